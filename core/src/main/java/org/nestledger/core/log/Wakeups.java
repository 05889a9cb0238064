package org.nestledger.core.log;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls whoever waits for appends, on a thread of its own so that neither writer nor listener depends on them. */
final class Wakeups implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Wakeups.class);

    private final Set<Callback> callbacks = ConcurrentHashMap.newKeySet();
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("log-wake").daemon().unstarted(this::run);
    private volatile boolean open = true;

    /** Compared by identity: the same runnable may be registered twice. */
    private static final class Callback {

        private final Runnable wake;

        Callback(Runnable wake) {
            this.wake = wake;
        }
    }

    void start() {
        thread.start();
    }

    /** Closing the result ends the calls. */
    AutoCloseable register(Runnable wake) {
        Callback callback = new Callback(wake);
        callbacks.add(callback);
        return () -> callbacks.remove(callback);
    }

    /** Returns at once; appends that come while callbacks run share the next call. */
    void signal() {
        signal.release();
    }

    private void run() {
        while (open) {
            try {
                signal.acquire();
                signal.drainPermits();
                callbacks.forEach(Wakeups::call);
            } catch (InterruptedException _) {
                open = false;
            }
        }
    }

    private static void call(Callback callback) {
        try {
            callback.wake.run();
        } catch (RuntimeException | Error e) {
            LOGGER.error("a callback of the event log failed", e);
        }
    }

    @Override
    public void close() {
        open = false;
        signal();
    }
}
