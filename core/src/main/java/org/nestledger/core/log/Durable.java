package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Up to where the log is known to be on disk. A batch can be seen a moment before it is; nothing that a crash could undo
 * may be told to anybody.
 */
final class Durable {

    /** Positions behind the head beyond which a reader waits for the disk rather than to rely on so little. */
    private static final int BEHIND = 10_000;

    private final AtomicLong known = new AtomicLong();

    /** Everything up to this position is on disk. */
    void reached(long position) {
        known.accumulateAndGet(position, Math::max);
    }

    /** Whether everything up to this position is known to be on disk. */
    boolean has(long position) {
        return position <= known.get();
    }

    /** What is known now, for something that is read from now on. */
    Mark mark() {
        return new Mark(known.get());
    }

    /**
     * What was known before something was read. What is learned while it is read may be of another history: the server may
     * have crashed in between, and the log gone on without what was seen.
     */
    final class Mark {

        private final long before;

        private Mark(long before) {
            this.before = before;
        }

        /** Returns when everything up to this position, which the connection has seen, is on disk. */
        void await(Connection connection, long position) throws SQLException {
            if (position > before) {
                DurableCommits.seen(connection);
                reached(position);
            }
        }

        /**
         * Up to where it is certain that nothing else matched, when of everything up to a head these events did: never
         * beyond what is on disk, because after a crash other events could be there.
         */
        long certain(Connection connection, long head, long lastMatch) throws SQLException {
            if (lastMatch <= before && head - before <= BEHIND) {
                return Math.min(head, before);
            }
            await(connection, head);
            return head;
        }
    }
}
