package org.nestledger.core.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.nestledger.core.log.audit.LogAudit.Watch;
import org.nestledger.core.log.audit.LogFiles;
import org.nestledger.core.log.audit.RecordFiles;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.LeafHash;

/** Fills an empty log with the records of another one, whose files were verified. What it began, it goes on with. */
public final class LogRestore {

    private static final String HEAD = "select position, frontier from log.log_head";

    private final DataSource dataSource;
    private final BulkLoad load;

    public LogRestore(DataSource dataSource, PayloadCodec codec, Clock clock, LogOptions options) {
        this.dataSource = dataSource;
        this.load = new BulkLoad(dataSource, codec, clock, options);
    }

    /**
     * Reads all records as restoring would, and needs no database.
     *
     * @param verified the checkpoint that the files were verified against
     * @throws RecordRefusedException at the first that cannot be loaded; its number is its position
     * @throws IOException when the files cannot be read
     */
    public static void check(PayloadCodec codec, Clock clock, LogFiles files, Checkpoint verified, Watch watch)
            throws IOException {
        BulkLoad.check(
                codec,
                clock,
                new RecordFiles(files, verified.size())::next,
                checked -> watch.reached(checked, verified.size()));
    }

    /**
     * Loads the records that are still missing; returns how many these were.
     *
     * @param verified the checkpoint that the files were verified against
     * @throws RestoreRefusedException when the log holds other events; nothing was written
     * @throws RecordRefusedException when a record cannot be loaded
     * @throws EventStoreException when the database fails, or somebody else appends meanwhile
     * @throws IOException when the files cannot be read
     */
    public long restore(LogFiles files, Checkpoint verified, Watch watch) throws IOException {
        RecordFiles records = new RecordFiles(files, verified.size());
        Frontier before = head();
        skip(records, before, verified);
        watch.reached(before.size(), verified.size());
        load.appendAfter(
                before.size(), records::next, loaded -> watch.reached(before.size() + loaded, verified.size()));
        if (!isTreeOf(head(), verified)) {
            throw new EventStoreException(
                    "the files were changed while they were loaded: begin again with an empty ledger");
        }
        return verified.size() - before.size();
    }

    /** Passes over the records that the log holds. */
    private static void skip(RecordFiles records, Frontier before, Checkpoint verified) throws IOException {
        Frontier same = Frontier.empty();
        while (same.size() < Math.min(before.size(), verified.size())) {
            same.append(LeafHash.of(Objects.requireNonNull(records.next())));
        }
        if (before.size() != same.size() || !Arrays.equals(same.root(), before.root())) {
            throw new RestoreRefusedException(before.size());
        }
    }

    private static boolean isTreeOf(Frontier head, Checkpoint verified) {
        return head.size() == verified.size() && Arrays.equals(head.root(), verified.root());
    }

    private Frontier head() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(HEAD);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new EventStoreException("the table log.log_head is empty");
            }
            return Frontier.of(row.getLong(1), row.getBytes(2));
        } catch (SQLException e) {
            throw new EventStoreException("the log's head cannot be read: " + e.getMessage(), e);
        }
    }
}
