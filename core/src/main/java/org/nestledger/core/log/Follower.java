package org.nestledger.core.log;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Walks the log for one stream and skips what the stream's condition does not ask for. */
final class Follower {

    private final TailPages pages;
    private final Predicate<RecordedEvent> wanted;
    private long position;

    Follower(TailPages pages, long after, Predicate<RecordedEvent> wanted) {
        this.pages = pages;
        this.position = after;
        this.wanted = wanted;
    }

    /** The next wanted events, empty at the head of the log. */
    List<RecordedEvent> next() {
        while (true) {
            List<RecordedEvent> page = pages.after(position);
            if (page.isEmpty()) {
                return page;
            }
            position = page.getLast().position();
            List<RecordedEvent> events = page.stream().filter(wanted).collect(Collectors.toList());
            if (!events.isEmpty()) {
                return events;
            }
        }
    }
}
