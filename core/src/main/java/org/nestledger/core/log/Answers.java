package org.nestledger.core.log;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tells whoever appended how it ended. */
final class Answers implements AutoCloseable {

    private final Recent recent;
    private final Durable durable;
    private final LogMeter meter;
    private final Runnable wake;

    /** Answers run here, because what callers attach to their future must never hold up the writer. */
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    Answers(Recent recent, Durable durable, LogMeter meter, Runnable wake) {
        this.recent = recent;
        this.durable = durable;
        this.meter = meter;
        this.wake = wake;
    }

    /** Whether a batch wrote nothing, and what its items were refused for is on disk. */
    boolean restsOnDisk(BatchPlan plan) {
        return plan.restsOn(durable);
    }

    /** What became of the items of a batch that is on disk, as is everything before it. */
    void durable(BatchPlan plan) {
        long last = plan.lastPosition();
        if (plan.events.isEmpty()) {
            durable.reached(last);
        } else {
            durable.answered(last, plan.events.getLast().event().leaf);
        }
        recent.events().settled(last);
        for (BatchPlan.Placed placed : plan.accepted) {
            AppendItem item = placed.item();
            if (item.commandId != null) {
                recent.commands()
                        .add(new CommandReceipt(
                                item.commandId, item.commandHash, placed.firstPosition(), placed.lastPosition()));
            }
            meter.acknowledged(System.nanoTime() - item.since);
            callers.execute(() -> item.written.complete(placed.lastPosition()));
        }
        plan.refused.forEach((item, reason) -> {
            if (reason instanceof DuplicateCommandException) {
                meter.repeated();
            } else {
                meter.conflicted();
            }
            failed(List.of(item), reason);
        });
        if (!plan.accepted.isEmpty()) {
            wake.run();
        }
    }

    void failed(List<AppendItem> items, Throwable reason) {
        items.forEach(item -> callers.execute(() -> item.written.completeExceptionally(reason)));
    }

    @Override
    public void close() {
        callers.shutdown();
    }
}
