package org.nestledger.core.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that appends: it writes whatever waits as one batch. A large batch does not wait for the disk: while the
 * flusher does, the next one is written.
 */
final class Writer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Writer.class);

    /** Wakes the thread that waits for items, so that it ends at once. */
    private static final AppendItem END = new AppendItem(List.of(), List.of(), null, "");

    private final BlockingQueue<AppendItem> queue;

    private final LogOptions options;
    private final BatchWriter batches;
    private final Flusher flusher;
    private final Answers answers;

    private final Thread thread =
            Thread.ofPlatform().name("log-writer").daemon().unstarted(this::run);
    private volatile boolean open = true;

    Writer(LogOptions options, BatchWriter batches, Flusher flusher, Answers answers) {
        this.queue = new ArrayBlockingQueue<>(options.queueCapacity());
        this.options = options;
        this.batches = batches;
        this.flusher = flusher;
        this.answers = answers;
    }

    void start() {
        flusher.start();
        thread.start();
    }

    /** Hands an item over; its future tells how it ended. */
    void submit(AppendItem item) {
        if (!open) {
            item.written.completeExceptionally(closed());
        } else if (!queue.offer(item)) {
            item.written.completeExceptionally(new LogBusyException(queue.size()));
        } else if (!open && queue.remove(item)) {
            item.written.completeExceptionally(closed());
        }
    }

    int waiting() {
        return queue.size();
    }

    private void run() {
        List<AppendItem> items = new ArrayList<>();
        while (open || !queue.isEmpty() || unfinished()) {
            try {
                items.addAll(undone());
                AppendItem first = items.isEmpty() ? queue.poll(100, TimeUnit.MILLISECONDS) : queue.poll();
                if (first != null) {
                    items.add(first);
                    queue.drainTo(items, options.batchItems() - 1);
                    items.removeIf(item -> item == END || refusedAsLate(item));
                }
                write(items);
            } catch (InterruptedException _) {
                open = false;
            } catch (RuntimeException | Error e) {
                // Without this thread nobody would get an answer any more.
                LOGGER.error("the event log's writer failed unexpectedly", e);
                answers.failed(items, e);
            }
            items.clear();
        }
    }

    /** Whether something is left that is not answered once the disk was waited for. */
    private boolean unfinished() {
        flusher.await();
        return flusher.broken() || batches.hasUndone();
    }

    private List<AppendItem> undone() {
        settle();
        return batches.undone();
    }

    /** What is not answered is of the server that was connected before, which may have crashed since. */
    private void settleEarlier() {
        flusher.await();
        settle();
    }

    private void settle() {
        try {
            batches.settle();
        } catch (RuntimeException e) {
            LOGGER.warn("what became of the last batches is not known: {}", e.getMessage());
        }
    }

    /** Behind a database that hardly answers, whoever has waited long is told so rather than waiting on. */
    private boolean refusedAsLate(AppendItem item) {
        boolean late =
                System.nanoTime() - item.since > options.databaseTimeout().toNanos();
        if (late) {
            answers.failed(List.of(item), new LogBusyException(queue.size()));
        }
        return late;
    }

    private void write(List<AppendItem> items) {
        List<AppendItem> rest = List.copyOf(items);
        while (!rest.isEmpty()) {
            rest = writeOnce(rest);
        }
    }

    /** Answers the items of one batch, but for those that must wait for others of it, which are returned. */
    private List<AppendItem> writeOnce(List<AppendItem> items) {
        boolean durable = waitsItself(items.size());
        if (!batches.connected()) {
            settleEarlier();
        }
        try {
            BatchPlan plan = batches.write(items, durable);
            answer(plan, durable);
            return plan.deferred;
        } catch (SQLException e) {
            if (Failures.tookTooLong(e)) {
                answers.failed(items, Failures.tooSlow(e));
            } else if (items.size() == 1) {
                answers.failed(items, Failures.refused(e));
            } else {
                // One of them is to blame; the others must not suffer for it.
                items.forEach(item -> write(List.of(item)));
            }
        } catch (EventStoreException e) {
            answers.failed(items, e);
        } catch (RuntimeException | Error e) {
            // Whatever it is, the thread must live on: without it nobody would get an answer any more.
            LOGGER.error("a batch of the event log failed unexpectedly", e);
            batches.close();
            answers.failed(items, e);
        }
        return List.of();
    }

    /** Whether a batch of so many items is on disk when it is written. */
    private boolean waitsItself(int items) {
        return (items < options.flushedTogether() && flusher.idle()) || !batches.connected() || !flusher.ready();
    }

    /** An answer rests on all that was written before it, by whomever: a refusal too. */
    private void answer(BatchPlan plan, boolean durable) {
        if (durable) {
            flusher.await();
        }
        if (flusher.idle() && (durable || answers.restsOnDisk(plan))) {
            answers.durable(plan);
        } else {
            // Over the connection that there was before the batch, if there still is one: a younger one knows of no
            // crash.
            flusher.add(plan);
        }
        if (!plan.deferred.isEmpty()) {
            flusher.await();
        }
    }

    private static EventStoreException closed() {
        return new EventStoreException("the event log is closed, nothing was written");
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        open = false;
        // A full queue keeps the thread awake without it.
        boolean _ = queue.offer(END);
        batches.giveUpWaiting();
        Ended.await(thread);
        queue.forEach(item -> item.written.completeExceptionally(closed()));
        batches.close();
        flusher.close();
        answers.close();
    }
}
