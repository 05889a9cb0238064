package org.nestledger.query.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The one place where the status stands, and where others wait for it to change. */
final class StatusBoard {

    static final Duration TRUST = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private ProjectionStatus status = new ProjectionStatus.Idle(0, 0);
    private long runningSince;
    private volatile long differences;
    private volatile @Nullable Held held;

    private record Held(ReadPoint point, long since) {}

    ProjectionStatus status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    void post(ProjectionStatus next) {
        lock.lock();
        try {
            if (!(status instanceof ProjectionStatus.Running)) {
                runningSince = System.nanoTime();
            }
            status = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether this process folds, and has done so for a while. */
    boolean runsFor(Duration least) {
        lock.lock();
        try {
            return status instanceof ProjectionStatus.Running && System.nanoTime() - runningSince >= least.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The state of the read models while nobody but this process can change it; absent at any other time, and when whoever
     * folds has not said so for {@link #TRUST}: it may wait for a database that others reach.
     *
     * @param now of {@link System#nanoTime}
     */
    Optional<ReadPoint> held(long now) {
        Held last = held;
        return last == null || now - last.since() > TRUST.toNanos() ? Optional.empty() : Optional.of(last.point());
    }

    void hold(ReadPoint point, long now) {
        held = new Held(point, now);
    }

    void holdNothing() {
        held = null;
    }

    /** Rows that differed from the log when they were last compared. */
    long differences() {
        return differences;
    }

    void postDifferences(long now) {
        differences = now;
    }

    /** Whether the position was reached in time; false at once when it no longer can be. */
    boolean await(long position, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (status.position() < position) {
                if (left <= 0 || status instanceof ProjectionStatus.Stopped) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
