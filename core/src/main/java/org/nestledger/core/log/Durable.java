package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Up to where the log is known to be on disk. A batch can be seen a moment before it is; nothing that a crash could undo
 * may be told to anybody.
 */
final class Durable {

    /** Positions behind the head beyond which a reader waits for the disk rather than to rely on so little. */
    private static final int BEHIND = 10_000;

    private static final String LEAF = "select leaf from log.event where position = ?";

    private final AtomicLong known = new AtomicLong();
    private volatile @Nullable Answered answered;
    private volatile boolean lost;

    /** The last event of a batch that was answered. */
    private static final class Answered {

        private final long position;
        private final byte[] leaf;

        Answered(long position, byte[] leaf) {
            this.position = position;
            this.leaf = leaf;
        }
    }

    /** Everything up to this position is on disk. */
    void reached(long position) {
        known.accumulateAndGet(position, Math::max);
    }

    /** The batch that ends with this event is on disk. */
    void answered(long position, byte[] leaf) {
        reached(position);
        answered = new Answered(position, leaf);
    }

    /**
     * Whoever connects anew may find another database: a backup that was restored, a standby that took over before it had
     * everything. Then what is remembered here is of events that are no more, and others stand where nothing was.
     *
     * @param before what was known before the head was read: others may append, and be read, meanwhile
     * @param head where the log ends there
     * @throws EventStoreException when what was on disk is not there; from then on each time
     */
    void requireIn(Connection connection, Mark before, long head) throws SQLException {
        lost = lost || head < before.before || !holds(connection, answered);
        if (lost) {
            throw Failures.wentBack(known.get(), head);
        }
    }

    /** Whether the database was found without what was on disk. */
    boolean isLost() {
        return lost;
    }

    private static boolean holds(Connection connection, @Nullable Answered event) throws SQLException {
        if (event == null) {
            return true;
        }
        try (PreparedStatement select = connection.prepareStatement(LEAF)) {
            select.setLong(1, event.position);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && Arrays.equals(row.getBytes(1), event.leaf);
            }
        }
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
