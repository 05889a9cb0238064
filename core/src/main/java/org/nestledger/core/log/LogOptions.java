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
 * @param recentEvents events kept in memory, against which most conditions are checked; fewer when their records are large
 * @param outcomePatience how long the writer tries to find out whether a batch was written when the connection was lost
 *     while it was being committed
 * @param flushedTogether a batch of so many appends does not wait for the disk: that is left to another thread while the
 *     next batch is written. A smaller one waits itself, unless others are being waited for
 */
public record LogOptions(
        int queueCapacity,
        int batchItems,
        Duration timeAhead,
        Duration pollInterval,
        Duration databaseTimeout,
        Duration outcomePatience,
        int recentEvents,
        int flushedTogether) {

    /** Events that one append may have: they are written in one transaction. */
    public static final int EVENTS_PER_APPEND = 5_000;

    /** Bytes that the records of one append may have together. */
    public static final int BYTES_PER_APPEND = 16 * 1024 * 1024;

    public LogOptions {
        if (queueCapacity < 1 || batchItems < 1 || recentEvents < 1 || flushedTogether < 1) {
            throw new IllegalArgumentException(
                    "queueCapacity, batchItems, recentEvents and flushedTogether must be at least 1");
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
                recentEvents(Runtime.getRuntime().maxMemory()),
                24);
    }

    /** A sixteenth of the memory that there is, within sensible bounds. */
    private static int recentEvents(long memory) {
        return Math.clamp(memory / 16 / IndexedEvent.BYTES, 8_192, 262_144);
    }

    public LogOptions withQueueCapacity(int capacity) {
        return new LogOptions(
                capacity,
                batchItems,
                timeAhead,
                pollInterval,
                databaseTimeout,
                outcomePatience,
                recentEvents,
                flushedTogether);
    }

    public LogOptions withTimeAhead(Duration ahead) {
        return new LogOptions(
                queueCapacity,
                batchItems,
                ahead,
                pollInterval,
                databaseTimeout,
                outcomePatience,
                recentEvents,
                flushedTogether);
    }

    public LogOptions withDatabaseTimeout(Duration timeout) {
        return new LogOptions(
                queueCapacity,
                batchItems,
                timeAhead,
                pollInterval,
                timeout,
                outcomePatience,
                recentEvents,
                flushedTogether);
    }

    public LogOptions withOutcomePatience(Duration patience) {
        return new LogOptions(
                queueCapacity,
                batchItems,
                timeAhead,
                pollInterval,
                databaseTimeout,
                patience,
                recentEvents,
                flushedTogether);
    }

    public LogOptions withRecentEvents(int events) {
        return new LogOptions(
                queueCapacity,
                batchItems,
                timeAhead,
                pollInterval,
                databaseTimeout,
                outcomePatience,
                events,
                flushedTogether);
    }

    public LogOptions withFlushedTogether(int appends) {
        return new LogOptions(
                queueCapacity,
                batchItems,
                timeAhead,
                pollInterval,
                databaseTimeout,
                outcomePatience,
                recentEvents,
                appends);
    }
}
