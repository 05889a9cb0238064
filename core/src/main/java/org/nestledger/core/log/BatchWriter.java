package org.nestledger.core.log;

import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one batch whatever happens: other processes that write, and a database that goes away in the middle. */
final class BatchWriter implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(BatchWriter.class);

    /** Batches that take the head's lock first after another process was faster once. */
    private static final int LOCKED_BATCHES = 32;

    /** A batch that costs the connection this often is itself suspected. */
    private static final int CONNECTIONS_PER_BATCH = 3;

    private static final long PAUSE_MILLIS = 50;

    private final AppendSession session;
    private final LogOptions options;
    private final LogMeter meter;
    private int lockedBatches;
    private volatile boolean waiting = true;

    BatchWriter(AppendSession session, LogOptions options, LogMeter meter) {
        this.session = session;
        this.options = options;
        this.meter = meter;
    }

    /**
     * What became of the items.
     *
     * @throws SQLException when the database refused them; nothing is written
     * @throws EventStoreException when there is no database, or it is unknown whether they are written
     */
    BatchPlan write(List<AppendItem> items) throws SQLException {
        int connections = 0;
        while (true) {
            boolean locked = lockedBatches > 0;
            try {
                long start = System.nanoTime();
                BatchPlan plan = session.append(items, locked);
                if (!plan.accepted.isEmpty()) {
                    meter.written(plan.accepted.size(), plan.events.size(), System.nanoTime() - start);
                }
                lockedBatches = Math.max(0, lockedBatches - 1);
                return plan;
            } catch (SQLException e) {
                meter.retried();
                if (session.connectionLost(e)) {
                    BatchPlan sent = reconnect(e);
                    if (sent != null) {
                        return sent;
                    }
                    connections++;
                    if (connections == CONNECTIONS_PER_BATCH) {
                        throw e;
                    }
                } else if (!locked && Failures.lostRace(e)) {
                    lockedBatches = LOCKED_BATCHES;
                } else {
                    throw e;
                }
            }
        }
    }

    /** The plan, when it turns out to be written although its answer was lost; null when it is not and cannot be. */
    private @Nullable BatchPlan reconnect(SQLException lost) {
        BatchPlan sent = session.sent();
        session.close();
        if (sent == null) {
            throw Failures.unreachable(lost);
        }
        LOGGER.warn("the connection was lost while a batch was being written: {}", lost.getMessage());
        long end = System.nanoTime() + options.outcomePatience().toNanos();
        Exception last = lost;
        while (waiting && System.nanoTime() < end) {
            try {
                return session.written(sent) ? sent : null;
            } catch (SQLException e) {
                last = e;
                session.close();
                pause();
            }
        }
        throw Failures.outcomeUnknown(last);
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            waiting = false;
        }
    }

    /** From now on, an unreachable database is not waited for. */
    void giveUpWaiting() {
        waiting = false;
    }

    @Override
    public void close() {
        session.close();
    }
}
