package org.nestledger.core.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that appends: it writes whatever waits as one batch and answers each item on its own. */
final class Writer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Writer.class);

    /** Wakes the thread that waits for items, so that it ends at once. */
    private static final AppendItem END = new AppendItem(List.of(), List.of(), null, "");

    private final BlockingQueue<AppendItem> queue;

    private final LogOptions options;
    private final BatchWriter batches;
    private final RecentCommands recent;
    private final LogMeter meter;
    private final Runnable wake;

    /** Answers run here, because what callers attach to their future must never hold up the writer. */
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();

    private final Thread thread =
            Thread.ofPlatform().name("log-writer").daemon().unstarted(this::run);
    private volatile boolean open = true;

    Writer(LogOptions options, BatchWriter batches, RecentCommands recent, LogMeter meter, Runnable wake) {
        this.queue = new ArrayBlockingQueue<>(options.queueCapacity());
        this.options = options;
        this.batches = batches;
        this.recent = recent;
        this.meter = meter;
        this.wake = wake;
    }

    void start() {
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
        while (open || !queue.isEmpty()) {
            try {
                AppendItem first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    items.add(first);
                    queue.drainTo(items, options.batchItems() - 1);
                    items.removeIf(item -> item == END || refusedAsLate(item));
                    write(items);
                }
            } catch (InterruptedException _) {
                open = false;
            }
            items.clear();
        }
    }

    /** Behind a database that hardly answers, whoever has waited long is told so rather than waiting on. */
    private boolean refusedAsLate(AppendItem item) {
        boolean late =
                System.nanoTime() - item.since > options.databaseTimeout().toNanos();
        if (late) {
            fail(List.of(item), new LogBusyException(queue.size()));
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
        try {
            BatchPlan plan = batches.write(items);
            answer(plan);
            return plan.deferred;
        } catch (SQLException e) {
            if (Failures.tookTooLong(e)) {
                fail(items, Failures.tooSlow(e));
            } else if (items.size() == 1) {
                fail(items, Failures.refused(e));
            } else {
                // One of them is to blame; the others must not suffer for it.
                items.forEach(item -> write(List.of(item)));
            }
        } catch (EventStoreException e) {
            fail(items, e);
        } catch (RuntimeException | Error e) {
            // Whatever it is, the thread must live on: without it nobody would get an answer any more.
            LOGGER.error("a batch of the event log failed unexpectedly", e);
            batches.close();
            fail(items, e);
        }
        return List.of();
    }

    private void answer(BatchPlan plan) {
        for (BatchPlan.Placed placed : plan.accepted) {
            AppendItem item = placed.item();
            if (item.commandId != null) {
                recent.add(new CommandReceipt(
                        item.commandId, item.commandHash, placed.firstPosition(), placed.lastPosition()));
            }
            meter.acknowledged(System.nanoTime() - item.since);
            answers.execute(() -> item.written.complete(placed.lastPosition()));
        }
        plan.refused.forEach((item, reason) -> {
            if (reason instanceof DuplicateCommandException) {
                meter.repeated();
            } else {
                meter.conflicted();
            }
            fail(List.of(item), reason);
        });
        if (!plan.accepted.isEmpty()) {
            wake.run();
        }
    }

    private void fail(List<AppendItem> items, Throwable reason) {
        items.forEach(item -> answers.execute(() -> item.written.completeExceptionally(reason)));
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
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        queue.forEach(item -> item.written.completeExceptionally(closed()));
        batches.close();
        answers.shutdown();
    }
}
