package org.nestledger.api.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.RecordedEvent;

/**
 * Some events of the log, ascending.
 *
 * @param reached the position up to which was looked; the next page begins after it
 * @param more whether the log went on there
 */
public record EventPage(List<RecordedEvent> events, long reached, boolean more) {

    /** Of a rare type no page may look through all of a long log. */
    static final int LOOKED_THROUGH = 20_000;

    private static final int CHUNK = 1_000;

    public EventPage {
        events = List.copyOf(events);
    }

    /**
     * The events after a position.
     *
     * @param type of the events; any when absent
     * @param limit how many at most, 1 or more; there may be fewer, or none, although the log goes on
     */
    public static EventPage after(EventLog log, long position, @Nullable String type, int limit) {
        List<RecordedEvent> events = new ArrayList<>();
        long reached = position;
        while (events.size() < limit && reached - position < LOOKED_THROUGH) {
            List<RecordedEvent> chunk = log.read(reached, type == null ? limit : CHUNK);
            if (chunk.isEmpty()) {
                return new EventPage(events, reached, false);
            }
            for (RecordedEvent event : chunk) {
                if (events.size() < limit) {
                    reached = event.position();
                    if (type == null || type.equals(event.type())) {
                        events.add(event);
                    }
                }
            }
        }
        return new EventPage(events, reached, reached < log.head());
    }
}
