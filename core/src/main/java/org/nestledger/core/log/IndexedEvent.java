package org.nestledger.core.log;

/** An event with, for each of its tags, the position of the event before it that carries the tag. */
final class IndexedEvent {

    /** What one takes in memory when its record has 600 bytes. */
    static final int BYTES = 3_072;

    private static final int BYTES_BESIDES_THE_RECORD = BYTES - 600;

    final RecordedEvent event;
    final long[] tags;
    final int type;
    private final long[] previous;

    IndexedEvent(RecordedEvent event, long[] tags, int type, long[] previous) {
        this.event = event;
        this.tags = tags;
        this.type = type;
        this.previous = previous;
    }

    boolean meets(Criteria.ByTags part) {
        for (long wanted : part.tags) {
            if (indexOf(wanted) < 0) {
                return false;
            }
        }
        return part.types.length == 0 || contains(part.types, type);
    }

    long before(long tag) {
        return previous[indexOf(tag)];
    }

    private int indexOf(long tag) {
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == tag) {
                return i;
            }
        }
        return -1;
    }

    /** What it takes in memory, about. */
    long bytes() {
        return (long) BYTES_BESIDES_THE_RECORD + event.bytes();
    }

    private static boolean contains(int[] values, int wanted) {
        for (int value : values) {
            if (value == wanted) {
                return true;
            }
        }
        return false;
    }
}
