package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nestledger.core.log.merkle.FullTile;
import org.postgresql.PGConnection;

/** Writes one batch of a bulk load within the transaction of its connection, in which the log's head is locked. */
final class BulkWrite {

    private static final String HEAD =
            "update log.log_head set position = ?, frontier = ? where position = ? and epoch = ?";
    private static final String EXECUTED = "select command_id from log.command where command_id = any (?) limit 1";
    private static final String COMMANDS =
            "insert into log.command (command_id, command_hash, first_position, last_position)"
                    + " select * from unnest(?, ?, ?, ?)";
    private static final String TILES = "insert into log.log_tile (level, n, hashes) select * from unnest(?, ?, ?)";

    private static final int EVENT_COLUMNS = 5;
    private static final int TAG_COLUMNS = 3;

    private final Connection connection;
    private final BulkBatch batch;
    private final long after;

    /** A row of the tag index. */
    private record TagRow(long tag, long position, int type) implements Comparable<TagRow> {

        @Override
        public int compareTo(TagRow other) {
            int order = Long.compare(tag, other.tag);
            return order != 0 ? order : Long.compare(position, other.position);
        }
    }

    private BulkWrite(Connection connection, BulkBatch batch, long after) {
        this.connection = connection;
        this.batch = batch;
        this.after = after;
    }

    /**
     * Writes the batch on top of this state of the log; returns the state that follows.
     *
     * @throws RecordRefusedException when a command of the batch was executed before
     */
    static LogState write(Connection connection, BulkBatch batch, LogState state) throws SQLException {
        BulkWrite write = new BulkWrite(connection, batch, state.position());
        write.refuseExecutedCommands();
        LogState next = state.copy();
        List<FullTile> tiles = write.copyEvents(next);
        write.copyTags();
        write.insertCommands();
        write.insertTiles(tiles);
        write.moveHead(state, next);
        return next;
    }

    private void refuseExecutedCommands() throws SQLException {
        Optional<String> executed = Optional.empty();
        try (PreparedStatement select = connection.prepareStatement(EXECUTED)) {
            bind(
                    select,
                    1,
                    "text",
                    batch.commands.stream().map(BulkBatch.Command::id).toArray(String[]::new));
            try (ResultSet row = select.executeQuery()) {
                executed = row.next() ? Optional.of(row.getString(1)) : executed;
            }
        }
        for (BulkBatch.Command command : batch.commands) {
            if (executed.isPresent() && executed.get().equals(command.id())) {
                throw new RecordRefusedException(
                        batch.firstNumber + command.first(), "its command " + command.id() + " was executed before");
            }
        }
    }

    private List<FullTile> copyEvents(LogState next) throws SQLException {
        List<FullTile> tiles = new ArrayList<>();
        try (BinaryCopy copy = new BinaryCopy(connection, "log.event (position, recorded_at, type, record, leaf)")) {
            for (PreparedEvent event : batch.events) {
                tiles.addAll(next.append(event));
                copy.row(EVENT_COLUMNS);
                copy.bigint(next.position());
                copy.timestamp(Micros.sinceEpoch(next.recordedAt()));
                copy.text(event.event.type());
                copy.bytes(event.record);
                copy.bytes(event.leaf);
            }
            copy.end();
        }
        return tiles;
    }

    /** In the order of the index, so that neighbours are entered one after the other. */
    private void copyTags() throws SQLException {
        List<TagRow> rows = new ArrayList<>();
        long position = after;
        for (PreparedEvent event : batch.events) {
            position++;
            for (long tag : event.tagHashes) {
                rows.add(new TagRow(tag, position, event.typeHash));
            }
        }
        rows.sort(null);
        try (BinaryCopy copy = new BinaryCopy(connection, "log.event_tag (tag, position, type)")) {
            for (TagRow row : rows) {
                copy.row(TAG_COLUMNS);
                copy.bigint(row.tag());
                copy.bigint(row.position());
                copy.integer(row.type());
            }
            copy.end();
        }
    }

    private void insertCommands() throws SQLException {
        List<BulkBatch.Command> commands = batch.commands;
        try (PreparedStatement insert = connection.prepareStatement(COMMANDS)) {
            bind(insert, 1, "text", commands.stream().map(BulkBatch.Command::id).toArray(String[]::new));
            bind(
                    insert,
                    2,
                    "text",
                    commands.stream().map(BulkBatch.Command::hash).toArray(String[]::new));
            bind(
                    insert,
                    3,
                    "int8",
                    commands.stream().mapToLong(c -> after + 1 + c.first()).toArray());
            bind(
                    insert,
                    4,
                    "int8",
                    commands.stream().mapToLong(c -> after + 1 + c.last()).toArray());
            insert.executeUpdate();
        }
    }

    private void insertTiles(List<FullTile> tiles) throws SQLException {
        short[] levels = new short[tiles.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (short) tiles.get(i).level();
        }
        try (PreparedStatement insert = connection.prepareStatement(TILES)) {
            bind(insert, 1, "int2", levels);
            bind(insert, 2, "int8", tiles.stream().mapToLong(FullTile::n).toArray());
            bind(insert, 3, "bytea", tiles.stream().map(FullTile::hashes).toArray(byte[][]::new));
            insert.executeUpdate();
        }
    }

    private void moveHead(LogState state, LogState next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(HEAD)) {
            update.setLong(1, next.position());
            update.setBytes(2, next.frontier());
            update.setLong(3, state.position());
            update.setLong(4, state.epoch());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the log's head moved although it is locked");
            }
        }
        HeadListener.tell(connection, next.position());
    }

    private void bind(PreparedStatement statement, int parameter, String type, Object array) throws SQLException {
        statement.setArray(parameter, connection.unwrap(PGConnection.class).createArrayOf(type, array));
    }
}
