package org.nestledger.api.events;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.log.UndecodableEventException;

/** Hands on the events after a position, each once and in order, and waits for more until it is ended. */
public final class LiveEvents {

    private static final int PAGE = 200;

    private final EventLog log;
    private final Duration quiet;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean ended;

    /** Who gets them. */
    public interface Listener {

        void event(RecordedEvent event) throws IOException;

        /** Nothing has happened for a while: whether the other side is still there shows only when something is sent. */
        void nothing() throws IOException;
    }

    /** @param quiet after how long without an event {@link Listener#nothing} is called */
    public LiveEvents(EventLog log, Duration quiet) {
        this.log = log;
        this.quiet = quiet;
    }

    /**
     * Returns when it is ended.
     *
     * @param after position of the last event that the listener has, 0 for none
     * @throws IOException when the listener cannot be told any more
     */
    public void follow(long after, Listener listener) throws IOException, InterruptedException {
        long position = after;
        AutoCloseable registration = log.onAppend(wake::release);
        try {
            while (!ended) {
                List<RecordedEvent> page = page(position);
                for (RecordedEvent event : page) {
                    listener.event(event);
                    position = event.position();
                }
                if (page.isEmpty() && !wake.tryAcquire(quiet.toMillis(), TimeUnit.MILLISECONDS)) {
                    listener.nothing();
                }
                wake.drainPermits();
            }
        } finally {
            close(registration);
        }
    }

    /** What is before an event that cannot be read is handed on before that is reported. */
    private List<RecordedEvent> page(long after) {
        try {
            return log.read(after, PAGE);
        } catch (UndecodableEventException unreadable) {
            int before = (int) (unreadable.position() - after - 1);
            if (before == 0) {
                throw unreadable;
            }
            return log.read(after, before);
        }
    }

    /** From any thread. A thread that reads the log must not be interrupted: that would cost it its connection. */
    public void end() {
        ended = true;
        wake.release();
    }

    private static void close(AutoCloseable registration) {
        try {
            registration.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
