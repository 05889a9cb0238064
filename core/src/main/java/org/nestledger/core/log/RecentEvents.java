package org.nestledger.core.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive events in memory, found by what conditions ask for: the last ones of the log, or those of a batch. It
 * knows nothing of what other processes wrote until it is told. An answer rests on hashes, so that a collision may find
 * a conflict where there is none.
 */
final class RecentEvents {

    private static final Long NEVER = Long.MIN_VALUE;

    private final @Nullable IndexedEvent[] ring;
    private final Map<Long, Long> lastByKey = new HashMap<>();
    private final long most;
    private long bytes;
    private long from;
    private long head;

    /** Up to where they may be told to others. */
    private long settled;

    /**
     * @param position of the event before the first one
     * @param capacity how many events to keep; more push the oldest out
     * @param most bytes that they may take in memory; larger ones push more of the oldest out
     */
    RecentEvents(long position, int capacity, long most) {
        this.ring = new IndexedEvent[capacity];
        this.most = most;
        this.from = position;
        this.head = position;
        this.settled = position;
    }

    /** Forgets everything; the next event is that after the position. */
    synchronized void reset(long position) {
        Arrays.fill(ring, null);
        lastByKey.clear();
        bytes = 0;
        from = position;
        head = position;
        settled = position;
    }

    /** From now on, what is here up to a position may be told. */
    synchronized void settled(long position) {
        settled = Math.max(settled, Math.min(position, head));
    }

    /** The position of the last event. */
    synchronized long head() {
        return head;
    }

    /** Whether everything after the position, up to the head, is here. */
    synchronized boolean covers(long position) {
        return position >= from;
    }

    /** Adds the event at the position after the head. */
    synchronized void add(RecordedEvent event, long[] tags, int type) {
        if (event.position() != head + 1) {
            throw new IllegalArgumentException(
                    "the event after position " + head + " is not that at " + event.position());
        }
        if (head - from == ring.length) {
            forgetOldest();
        }
        head = event.position();
        long[] previous = new long[tags.length];
        for (int i = 0; i < tags.length; i++) {
            Long before = lastByKey.put(tags[i], head);
            previous[i] = before == null ? NEVER : before;
            lastByKey.put(key(tags[i], type), head);
        }
        lastByKey.put(key(0, type), head);
        put(new IndexedEvent(event, tags, type, previous));
    }

    private void put(IndexedEvent newest) {
        ring[slot(head)] = newest;
        bytes += newest.bytes();
        while (bytes > most && from < head - 1) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        from++;
        IndexedEvent oldest = entry(from);
        ring[slot(from)] = null;
        bytes -= oldest.bytes();
        for (long tag : oldest.tags) {
            lastByKey.remove(tag, from);
            lastByKey.remove(key(tag, oldest.type), from);
        }
        lastByKey.remove(key(0, oldest.type), from);
    }

    /** Whether an event after the marker meets the criteria; what is not here is not considered. */
    synchronized boolean conflicts(Criteria criteria, long marker) {
        if (criteria.matchesAll) {
            return head > marker;
        }
        for (Criteria.ByTags part : criteria.byTags) {
            if (part.tags.length == 1
                    ? conflicts(part, marker)
                    : !events(part, marker, 1).isEmpty()) {
                return true;
            }
        }
        for (String type : criteria.byTypes) {
            if (last(key(0, TagHash.ofType(type))) > marker) {
                return true;
            }
        }
        return false;
    }

    private boolean conflicts(Criteria.ByTags part, long marker) {
        long tag = part.tags[0];
        if (part.types.length == 0 || last(tag) <= marker) {
            return last(tag) > marker;
        }
        for (int type : part.types) {
            if (last(key(tag, type)) > marker) {
                return true;
            }
        }
        return false;
    }

    /**
     * The settled events after a position that meet the criteria, ascending; null when not all of them are here.
     */
    synchronized @Nullable Reading since(Criteria criteria, long position) {
        if (position < from || position > head) {
            return null;
        }
        NavigableMap<Long, RecordedEvent> found = new TreeMap<>();
        long last = Math.max(position, settled);
        if (criteria.matchesAll || !criteria.byTypes.isEmpty()) {
            for (long at = position + 1; at <= last; at++) {
                found.put(at, entry(at).event);
            }
        } else if (conflicts(criteria, position)) {
            criteria.byTags.forEach(part ->
                    events(part, position, Integer.MAX_VALUE).forEach(event -> found.put(event.position(), event)));
        }
        found.tailMap(last, false).clear();
        found.values().removeIf(event -> !criteria.matches(event));
        return new Reading(last, List.copyOf(found.values()));
    }

    /** Newest first, at most so many. */
    private Collection<RecordedEvent> events(Criteria.ByTags part, long after, int limit) {
        long rarest = rarest(part.tags);
        List<RecordedEvent> events = new ArrayList<>();
        for (long at = last(rarest); at > after && at > from && events.size() < limit; ) {
            IndexedEvent entry = entry(at);
            if (entry.meets(part)) {
                events.add(entry.event);
            }
            at = entry.before(rarest);
        }
        return events;
    }

    /** Of several tags the one that was last seen longest ago. */
    private long rarest(long[] tags) {
        long rarest = tags[0];
        for (long tag : tags) {
            rarest = last(tag) < last(rarest) ? tag : rarest;
        }
        return rarest;
    }

    private long last(long key) {
        return lastByKey.getOrDefault(key, NEVER);
    }

    private IndexedEvent entry(long position) {
        return Objects.requireNonNull(ring[slot(position)]);
    }

    private int slot(long position) {
        return (int) Math.floorMod(position, (long) ring.length);
    }

    /** One number for a tag together with a type; tag 0 stands for any. */
    private static long key(long tag, int type) {
        long mixed = (tag ^ (type * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 29);
    }
}
