package org.nestledger.core.log;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Pages of the log for followers: those at the head share the last page instead of reading it each for itself. */
final class TailPages {

    /** Events of a page. */
    static final int SIZE = 1_000;

    private final LogReader reader;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Page last = new Page(0, List.of());

    TailPages(LogReader reader) {
        this.reader = reader;
    }

    /**
     * Consecutive events.
     *
     * @param after the position before the first of them
     */
    private record Page(long after, List<RecordedEvent> events) {

        long end() {
            return after + events.size();
        }

        boolean continues(long position) {
            return position >= after && position < end();
        }

        List<RecordedEvent> from(long position) {
            return events.subList(Math.toIntExact(position - after), events.size());
        }
    }

    /** The next events after a position; those before an undecodable one are delivered before it is reported. */
    List<RecordedEvent> after(long position) {
        Page page = last;
        if (page.continues(position)) {
            return page.from(position);
        }
        if (position < page.end()) {
            return decodable(position);
        }
        reading.lock();
        try {
            if (last.continues(position)) {
                return last.from(position);
            }
            List<RecordedEvent> events = decodable(position);
            if (!events.isEmpty() && position >= last.end()) {
                last = new Page(position, List.copyOf(events));
            }
            return events;
        } finally {
            reading.unlock();
        }
    }

    private List<RecordedEvent> decodable(long after) {
        try {
            return reader.read(after, SIZE);
        } catch (UndecodableEventException e) {
            int before = Math.toIntExact(e.position() - after - 1);
            if (before == 0) {
                throw e;
            }
            return reader.read(after, before);
        }
    }
}
