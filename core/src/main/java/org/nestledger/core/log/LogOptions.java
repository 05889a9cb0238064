package org.nestledger.core.log;

import java.time.Duration;

/**
 * The limits of a log.
 *
 * @param queueCapacity appends that may wait for the writer; one more is refused as busy
 * @param batchItems appends written in one transaction at most
 * @param timeAhead how far an event's time may be ahead of the log's clock
 * @param pollInterval how long an append of another process may go unnoticed when its notification is lost
 * @param databaseTimeout how long the database may take for one answer before the connection counts as lost, and how
 *     long an append may have waited for the writer before it is refused as busy
 * @param recentEvents events kept in memory, against which most conditions are checked
 * @param outcomePatience how long the writer tries to find out whether a batch was written when the connection was lost
 *     while it was being committed
 */
public record LogOptions(
        int queueCapacity,
        int batchItems,
        Duration timeAhead,
        Duration pollInterval,
        Duration databaseTimeout,
        Duration outcomePatience,
        int recentEvents) {

    /** Events that one append may have: they are written in one transaction. */
    public static final int EVENTS_PER_APPEND = 5_000;

    /** Bytes that the records of one append may have together. */
    public static final int BYTES_PER_APPEND = 16 * 1024 * 1024;

    /** An event with the index over it takes about so many bytes. */
    private static final long BYTES_OF_A_RECENT_EVENT = 3_072;

    public LogOptions {
        if (queueCapacity < 1 || batchItems < 1 || recentEvents < 1) {
            throw new IllegalArgumentException("queueCapacity, batchItems and recentEvents must be at least 1");
        }
    }

    public static LogOptions defaults() {
        return new LogOptions(
                10_000,
                1_000,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                recentEvents(Runtime.getRuntime().maxMemory()));
    }

    /** A sixteenth of the memory that there is, within sensible bounds. */
    private static int recentEvents(long memory) {
        return Math.clamp(memory / 16 / BYTES_OF_A_RECENT_EVENT, 8_192, 262_144);
    }

    public LogOptions withQueueCapacity(int capacity) {
        return new LogOptions(
                capacity, batchItems, timeAhead, pollInterval, databaseTimeout, outcomePatience, recentEvents);
    }

    public LogOptions withTimeAhead(Duration ahead) {
        return new LogOptions(
                queueCapacity, batchItems, ahead, pollInterval, databaseTimeout, outcomePatience, recentEvents);
    }

    public LogOptions withDatabaseTimeout(Duration timeout) {
        return new LogOptions(
                queueCapacity, batchItems, timeAhead, pollInterval, timeout, outcomePatience, recentEvents);
    }

    public LogOptions withOutcomePatience(Duration patience) {
        return new LogOptions(
                queueCapacity, batchItems, timeAhead, pollInterval, databaseTimeout, patience, recentEvents);
    }

    public LogOptions withRecentEvents(int events) {
        return new LogOptions(
                queueCapacity, batchItems, timeAhead, pollInterval, databaseTimeout, outcomePatience, events);
    }
}
