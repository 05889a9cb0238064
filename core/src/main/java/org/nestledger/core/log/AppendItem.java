package org.nestledger.core.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The events of one append, which are written together or not at all, and the caller's future. */
final class AppendItem {

    final List<PreparedEvent> events;

    /** Each of them must hold; none when the append is unconditional. */
    final List<Precondition> conditions;

    final @Nullable String commandId;
    final String commandHash;

    /** When it was made, in {@link System#nanoTime}. */
    final long since = System.nanoTime();

    /** Completed with the position of the last event. */
    final CompletableFuture<Long> written = new CompletableFuture<>();

    AppendItem(
            List<PreparedEvent> events, List<Precondition> conditions, @Nullable String commandId, String commandHash) {
        this.events = events;
        this.conditions = List.copyOf(conditions);
        this.commandId = commandId;
        this.commandHash = commandHash;
    }
}
