package org.nestledger.core.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The events of one append, which are written together or not at all, and the caller's future. */
final class AppendItem {

    final List<PreparedEvent> events;

    /** What must not have happened after the marker; null when the append is unconditional. */
    final @Nullable Criteria criteria;

    /** Only events at higher positions count for the criteria; -1 when all count. */
    final long marker;

    final @Nullable String commandId;
    final String commandHash;

    /** When it was made, in {@link System#nanoTime}. */
    final long since = System.nanoTime();

    /** Completed with the position of the last event. */
    final CompletableFuture<Long> written = new CompletableFuture<>();

    AppendItem(
            List<PreparedEvent> events,
            @Nullable Criteria criteria,
            long marker,
            @Nullable String commandId,
            String commandHash) {
        this.events = events;
        this.criteria = criteria;
        this.marker = marker;
        this.commandId = commandId;
        this.commandHash = commandHash;
    }
}
