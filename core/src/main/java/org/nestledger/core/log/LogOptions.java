package org.nestledger.core.log;

import java.time.Duration;

/**
 * The limits of a log.
 *
 * @param queueCapacity appends that may wait for the writer; one more is refused as busy
 * @param batchItems appends written in one transaction at most
 * @param timeAhead how far an event's time may be ahead of the log's clock
 * @param pollInterval how long an append of another process may go unnoticed when its notification is lost
 * @param databaseTimeout how long the database may take for one answer before the connection counts as lost
 * @param outcomePatience how long the writer tries to find out whether a batch was written when the connection was lost
 *     while it was being committed
 */
public record LogOptions(
        int queueCapacity,
        int batchItems,
        Duration timeAhead,
        Duration pollInterval,
        Duration databaseTimeout,
        Duration outcomePatience) {

    public LogOptions {
        if (queueCapacity < 1 || batchItems < 1) {
            throw new IllegalArgumentException("queueCapacity and batchItems must be at least 1");
        }
    }

    public static LogOptions defaults() {
        return new LogOptions(
                10_000,
                1_000,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15));
    }

    public LogOptions withQueueCapacity(int capacity) {
        return new LogOptions(capacity, batchItems, timeAhead, pollInterval, databaseTimeout, outcomePatience);
    }

    public LogOptions withTimeAhead(Duration ahead) {
        return new LogOptions(queueCapacity, batchItems, ahead, pollInterval, databaseTimeout, outcomePatience);
    }

    public LogOptions withOutcomePatience(Duration patience) {
        return new LogOptions(queueCapacity, batchItems, timeAhead, pollInterval, databaseTimeout, patience);
    }
}
