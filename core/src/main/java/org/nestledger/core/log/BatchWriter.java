package org.nestledger.core.log;

import java.sql.SQLException;
import java.util.ArrayList;
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
    private final Flusher flusher;
    private final Answers answers;
    private final LogOptions options;
    private final LogMeter meter;
    private int lockedBatches;
    private final List<AppendItem> undone = new ArrayList<>();
    private volatile boolean waiting = true;

    BatchWriter(AppendSession session, Flusher flusher, Answers answers, LogOptions options, LogMeter meter) {
        this.session = session;
        this.flusher = flusher;
        this.answers = answers;
        this.options = options;
        this.meter = meter;
    }

    /**
     * What became of the items; unless it is to be durable, it must be handed to the flusher.
     *
     * @throws SQLException when the database refused them; nothing is written
     * @throws EventStoreException when there is no database, or it is unknown whether they are written
     */
    BatchPlan write(List<AppendItem> items, boolean durable) throws SQLException {
        int connections = 0;
        while (true) {
            boolean locked = lockedBatches > 0;
            try {
                long start = System.nanoTime();
                BatchPlan plan = session.append(items, locked, durable);
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
        if (sent == null && flusher.idle()) {
            throw Failures.unreachable(lost);
        }
        LOGGER.warn("the connection was lost while a batch was being written: {}", lost.getMessage());
        return settled(sent) ? sent : null;
    }

    /** Whether the last batch had a connection, and it was not lost since. */
    boolean connected() {
        return session.connected();
    }

    /** Finds out what became of batches that nobody could make durable, if there are any. */
    void settle() {
        if (flusher.broken()) {
            boolean _ = settled(null);
        }
    }

    boolean hasUndone() {
        return !undone.isEmpty();
    }

    /** Items of batches that a crash of the database undid before they were on disk: they are to be written again. */
    List<AppendItem> undone() {
        List<AppendItem> items = List.copyOf(undone);
        undone.clear();
        return items;
    }

    /** Finds out what of the unanswered batches is written, and answers it; whether the last one sent is. */
    private boolean settled(@Nullable BatchPlan sent) {
        List<BatchPlan> earlier = flusher.take();
        List<BatchPlan> all = new ArrayList<>(earlier);
        if (sent != null) {
            all.add(sent);
        }
        try {
            int written = written(all);
            for (BatchPlan plan : earlier.subList(0, Math.min(written, earlier.size()))) {
                if (plan.accepted.isEmpty()) {
                    // What it was refused for may have been undone.
                    undone.addAll(plan.judged());
                } else {
                    answers.durable(plan);
                }
            }
            earlier.stream().skip(written).forEach(plan -> undone.addAll(plan.judged()));
            return sent != null && written == all.size();
        } catch (EventStoreException unknown) {
            earlier.forEach(plan -> answers.failed(plan.judged(), unknown));
            throw unknown;
        } catch (RuntimeException | Error e) {
            EventStoreException unknown = Failures.outcomeUnknown(e);
            earlier.forEach(plan -> answers.failed(plan.judged(), unknown));
            throw unknown;
        }
    }

    private int written(List<BatchPlan> plans) {
        long end = System.nanoTime() + options.outcomePatience().toNanos();
        Exception last;
        do {
            try {
                return session.written(plans);
            } catch (SQLException e) {
                last = e;
                session.close();
                pause();
            }
        } while (waiting && System.nanoTime() < end);
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
