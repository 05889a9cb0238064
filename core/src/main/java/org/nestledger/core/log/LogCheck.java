package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.nestledger.core.log.audit.LogAudit.Watch;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.LeafHash;

/**
 * The operator's check of the database: whatever stands beside the records follows from them. It finds damage and says where;
 * it proves nothing to others, who do not trust the operator.
 */
public final class LogCheck {

    private static final String EVENTS =
            "select position, recorded_at, type, record, leaf from log.event order by position";

    private final DataSource dataSource;
    private final PayloadCodec codec;
    private final Anchors anchors;

    /** The records' envelopes only: an event of an unknown type has one too. */
    private final Records envelopes = new Records(new Envelopes());

    /** A check of a database by itself. */
    public LogCheck(DataSource dataSource, PayloadCodec codec) {
        this(dataSource, codec, _ -> Optional.empty());
    }

    /** A check that also holds the database against what was published, and verifies who signed its checkpoints. */
    public LogCheck(DataSource dataSource, PayloadCodec codec, Anchors anchors) {
        this.dataSource = dataSource;
        this.codec = codec;
        this.anchors = anchors;
    }

    /** Where the anchor is kept that whoever changes the database does not reach. */
    public interface Anchors {

        /**
         * The anchor as it is now; nothing where none is kept.
         *
         * @param published whether checkpoints were published, so that an anchor has the last of them
         */
        Optional<LogAnchor> read(boolean published);
    }

    /**
     * What a check found that is sound.
     *
     * @param checkpoints how many checkpoints there are that the events give the root of
     * @param verified whether they were also held against the log's keys and the last published one
     * @param unknown types with their versions, as {@code land.LandServiced version 2}, that this program cannot read
     */
    public record Sound(long events, long checkpoints, boolean verified, Map<String, Unknown> unknown) {}

    /**
     * Events of one type and version that cannot be read.
     *
     * @param first the position of the first of them
     * @param reason why that one cannot be read
     */
    public record Unknown(long events, long first, String reason) {

        private Unknown andOneMore() {
            return new Unknown(events + 1, first, reason);
        }
    }

    /**
     * Checks everything, in one snapshot.
     *
     * @throws UnverifiedException at the first thing that does not follow; the message says what and at which position
     * @throws EventStoreException when the database does not answer
     */
    public Sound check(Watch watch) {
        // Before the snapshot, which then holds whatever was published.
        Optional<Checkpoint> last = anchors.read(false).flatMap(LogAnchor::published);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return check(connection, last, watch);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new EventStoreException("the log cannot be checked: " + e.getMessage(), e);
        }
    }

    private Sound check(Connection connection, Optional<Checkpoint> last, Watch watch) throws SQLException {
        Map<String, Unknown> unknown = new LinkedHashMap<>();
        prepare(connection);
        // Within the snapshot, so that it holds no checkpoint of a key that was made later.
        NoteCheck notes = new NoteCheck(anchors.read(hasCheckpoints(connection)));
        try (TreeCheck tree = new TreeCheck(connection, notes, last)) {
            // The indexes are sorted before the first event is compared, which takes a while on a large log.
            watch.reached(0, tree.head());
            try (Cursor events = new Cursor(connection, EVENTS);
                    IndexCheck index = new IndexCheck(connection)) {
                long position = 0;
                for (; events.hasRow(); events.next()) {
                    position++;
                    tree.checkHead(position);
                    check(events.row(), position, tree, index, unknown);
                    if (position % LeafHash.LENGTH == 0) {
                        watch.reached(position, tree.head());
                    }
                }
                index.end(position);
                long checkpoints = tree.end(position);
                CosignedCheck.check(connection, notes);
                watch.reached(position, tree.head());
                return new Sound(position, checkpoints, notes.hasKeys(), unknown);
            }
        }
    }

    private static boolean hasCheckpoints(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select exists (select from log.log_checkpoint)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Sorts in files of the database when this memory is not enough, and takes the time that it takes. */
    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local work_mem = '64MB'; set local statement_timeout = 0");
        }
    }

    private void check(ResultSet row, long position, TreeCheck tree, IndexCheck index, Map<String, Unknown> unknown)
            throws SQLException {
        long found = row.getLong("position");
        if (found != position) {
            throw damaged(position, "there is no event");
        }
        byte[] record = row.getBytes("record");
        byte[] leaf = LeafHash.of(record);
        if (!Arrays.equals(leaf, row.getBytes("leaf"))) {
            throw damaged(position, "the record does not hash to its leaf");
        }
        RecordedEvent event;
        try {
            event = envelopes.decode(position, Micros.read(row, "recorded_at"), row.getString("type"), record);
        } catch (UndecodableEventException unreadable) {
            throw damaged(position, "the record is malformed");
        }
        index.check(event, row.getString("type"));
        tree.append(leaf);
        try {
            Object _ = codec.decode(event.type(), event.version(), Envelopes.data(event));
        } catch (RuntimeException undecodable) {
            unknown.merge(
                    event.type() + " version " + event.version(),
                    new Unknown(1, position, String.valueOf(undecodable.getMessage())),
                    (known, _) -> known.andOneMore());
        }
    }

    static UnverifiedException damaged(long position, String what) {
        return new UnverifiedException("position " + position + ": " + what);
    }

    /** The hashes of 32 bytes that stand one after the other. */
    static List<byte[]> hashes(byte[] bytes) {
        List<byte[]> hashes = new ArrayList<>();
        for (int at = 0; at + LeafHash.LENGTH <= bytes.length; at += LeafHash.LENGTH) {
            hashes.add(Arrays.copyOfRange(bytes, at, at + LeafHash.LENGTH));
        }
        return hashes;
    }
}
