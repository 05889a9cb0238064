package org.nestledger.query.projection;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one thread sleep until there is something to do or the time is over. */
final class Wake {

    private final Semaphore calls = new Semaphore(0);

    void call() {
        calls.release();
    }

    /** Returns after a call since the last pause, or when the time is over. */
    void pause(Duration atMost) throws InterruptedException {
        if (calls.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            calls.drainPermits();
        }
    }
}
