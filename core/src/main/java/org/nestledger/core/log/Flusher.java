package org.nestledger.core.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what was written durable, many batches with one wait for the disk while the writer goes on, and then has them
 * answered in their order. When it cannot, it stops until somebody takes over what it has.
 */
final class Flusher implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Flusher.class);

    /** Batches that may wait for the disk; a writer that is so far ahead waits with them. */
    private static final int WAITING = 16;

    /** Telling others wakes every process that listens, so that several batches share that as well. */
    private static final long TOLD_EVERY = TimeUnit.MILLISECONDS.toNanos(5);

    private final FlushConnection disk;
    private final Answers answers;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<BatchPlan> written = new ArrayDeque<>();
    private boolean flushing;
    private boolean broken;
    private boolean open = true;

    /** The position that other processes have not been told yet; 0 when there is none. */
    private long untold;

    private long told = System.nanoTime() - TOLD_EVERY;

    private final Thread thread =
            Thread.ofPlatform().name("log-flusher").daemon().unstarted(this::run);

    Flusher(FlushConnection disk, Answers answers) {
        this.disk = disk;
        this.answers = answers;
    }

    void start() {
        thread.start();
    }

    /**
     * Whether a batch may be written that is handed over then. What makes it durable is connected before it is written: a
     * server that crashed in between, and lost the batch, would have lost the connection as well.
     */
    boolean ready() {
        lock.lock();
        try {
            return !broken && (disk.connected() || (written.isEmpty() && disk.connect()));
        } finally {
            lock.unlock();
        }
    }

    /** Hands over a batch that is written but need not be on disk. */
    void add(BatchPlan plan) {
        lock.lock();
        try {
            while (written.size() >= WAITING && !broken) {
                changed.awaitUninterruptibly();
            }
            written.addLast(plan);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether everything that was handed over is answered. */
    boolean idle() {
        lock.lock();
        try {
            return written.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when everything that was handed over is answered, or cannot be. */
    void await() {
        lock.lock();
        try {
            while (!written.isEmpty() && !broken) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody must take over. */
    boolean broken() {
        lock.lock();
        try {
            return broken;
        } finally {
            lock.unlock();
        }
    }

    /** Takes over what is not answered. */
    List<BatchPlan> take() {
        lock.lock();
        try {
            while (flushing) {
                changed.awaitUninterruptibly();
            }
            List<BatchPlan> taken = List.copyOf(written);
            written.clear();
            broken = false;
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (awaitWork()) {
            try {
                work();
            } catch (RuntimeException | Error e) {
                // Whatever it is: the writer must not wait for ever, and finds out by itself what is written.
                LOGGER.error("batches of the event log could not be made durable", e);
                disk.close();
                settle(0);
            }
        }
        if (untold > 0) {
            tell();
        }
    }

    private void work() {
        List<BatchPlan> batches = next();
        if (!batches.isEmpty()) {
            boolean durable = disk.flush();
            if (durable) {
                batches.forEach(this::answer);
                untold = batches.getLast().lastPosition();
            }
            settle(durable ? batches.size() : 0);
        }
        if (untold > 0 && System.nanoTime() - told >= TOLD_EVERY) {
            tell();
        }
    }

    private void tell() {
        disk.tell(untold);
        told = System.nanoTime();
        untold = 0;
    }

    private void answer(BatchPlan plan) {
        try {
            answers.durable(plan);
        } catch (RuntimeException | Error e) {
            // The thread must live on: without it nobody would get an answer any more.
            LOGGER.error("a batch of the event log could not be answered", e);
        }
    }

    /** Returns when there is something to flush or to tell; false at the end. */
    private boolean awaitWork() {
        lock.lock();
        try {
            while (open && (written.isEmpty() || broken)) {
                if (untold == 0) {
                    changed.awaitUninterruptibly();
                } else if (changed.awaitNanos(TOLD_EVERY - (System.nanoTime() - told)) <= 0) {
                    return true;
                }
            }
            return open;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private List<BatchPlan> next() {
        lock.lock();
        try {
            flushing = !broken && !written.isEmpty();
            return flushing ? List.copyOf(written) : List.of();
        } finally {
            lock.unlock();
        }
    }

    private void settle(int answered) {
        lock.lock();
        try {
            flushing = false;
            broken = answered == 0;
            for (int i = 0; i < answered; i++) {
                written.removeFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends; what is not answered stays so. */
    @Override
    public void close() {
        lock.lock();
        try {
            open = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        Ended.await(thread);
        disk.close();
    }
}
