package org.nestledger.api.database;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that was refused because of who sent it, or how much.
 *
 * @param id ascending; 0 before it is kept
 * @param actor who sent it; absent when nobody was recognised
 * @param path without its query, which may hold anything
 * @param command the name of the command, when it was one
 * @param zone in whose books it would have written
 * @param times how many like it came together
 */
public record Refusal(
        long id,
        Instant refusedAt,
        @Nullable String actor,
        String address,
        String method,
        String path,
        @Nullable String command,
        @Nullable String zone,
        int status,
        String code,
        long times) {

    /** The same for all that are counted as one. */
    public Refusal once() {
        return counted(Instant.EPOCH, 1);
    }

    /** That so many like it came, the last of them at this instant. */
    public Refusal counted(Instant last, long number) {
        return new Refusal(id, last, actor, address, method, path, command, zone, status, code, number);
    }
}
