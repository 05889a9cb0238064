package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The log's queries, each in a connection and a statement of its own. What they answer is on disk, and not beyond the log's
 * head, whatever the table of events holds.
 */
final class LogReader {

    private static final String READ = Sql.load("read");
    private static final String AT = Sql.load("read_at");
    private static final String SOURCE = Sql.load("source");
    private static final String SOURCE_ALL = Sql.load("source_all");
    private static final String HEAD = "select position from log.log_head";
    private static final String POSITION_AT = "select log.position_at(?)";
    private static final String COMMAND =
            "select command_hash, first_position, last_position from log.command where command_id = ?";

    private static final String CHECKPOINT =
            "select size, root from log.log_checkpoint where size between ? and ? order by size limit 1";
    private static final String SIGNED = "select coalesce(max(size), 0) from log.log_checkpoint where size <= ?";

    private final DataSource dataSource;
    private final Records records;
    private final Durable durable;

    LogReader(DataSource dataSource, Records records, Durable durable) {
        this.dataSource = dataSource;
        this.records = records;
        this.durable = durable;
    }

    KnownTypes types() {
        return records.types();
    }

    private interface Query<T> {

        T run(PreparedStatement statement, Durable.Mark disk) throws SQLException;
    }

    private interface Use<T> {

        T run(Connection connection, Durable.Mark disk) throws SQLException;
    }

    long head() {
        return query(HEAD, LogReader::position);
    }

    long positionAt(Instant instant) {
        return query(POSITION_AT, (statement, disk) -> {
            statement.setObject(1, Micros.column(instant));
            return position(statement, disk);
        });
    }

    List<RecordedEvent> read(long after, int limit) {
        return query(READ, (statement, disk) -> durable(disk, statement, read(statement, after, limit)));
    }

    /** The same within a transaction of the caller, whether it is on disk or not. */
    List<RecordedEvent> read(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            return read(statement, after, limit);
        }
    }

    /** The events at these positions, ascending. */
    List<RecordedEvent> at(Collection<Long> positions) {
        return query(AT, (statement, disk) -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", positions.toArray()));
            return durable(disk, statement, events(statement));
        });
    }

    private List<RecordedEvent> read(PreparedStatement statement, long after, int limit) throws SQLException {
        statement.setLong(1, after);
        statement.setInt(2, limit);
        return events(statement);
    }

    private static List<RecordedEvent> durable(Durable.Mark disk, PreparedStatement read, List<RecordedEvent> events)
            throws SQLException {
        if (!events.isEmpty()) {
            disk.await(read.getConnection(), events.getLast().position());
        }
        return events;
    }

    private List<RecordedEvent> events(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<RecordedEvent> events = new ArrayList<>();
            while (row.next()) {
                events.add(event(row));
            }
            return events;
        }
    }

    /** Hands on every event after a position; returns the position of the last, or the given one when there is none. */
    long scan(long after, Consumer<RecordedEvent> use) {
        return over((connection, disk) -> LogScan.run(connection, records, disk, after, use));
    }

    Optional<CommandReceipt> command(String commandId) {
        return query(COMMAND, (statement, disk) -> {
            statement.setString(1, commandId);
            Optional<CommandReceipt> receipt = Optional.empty();
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    receipt = Optional.of(
                            new CommandReceipt(commandId, row.getString(1), row.getLong(2), row.getLong(3)));
                }
            }
            if (receipt.isPresent()) {
                disk.await(statement.getConnection(), receipt.get().lastPosition());
            }
            return receipt;
        });
    }

    Optional<SignedTree> checkpoint(long position, long last) {
        return query(CHECKPOINT, (statement, _) -> {
            statement.setLong(1, position);
            statement.setLong(2, last);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new SignedTree(
                                row.getLong(1), Base64.getEncoder().encodeToString(row.getBytes(2))))
                        : Optional.empty();
            }
        });
    }

    long signed(long last) {
        return query(SIGNED, (statement, _) -> {
            statement.setLong(1, last);
            return number(statement);
        });
    }

    Reading source(Criteria criteria, long after) {
        if (criteria.matchesAll) {
            return query(SOURCE_ALL, (statement, disk) -> {
                statement.setLong(1, after);
                return sourced(statement, disk, criteria);
            });
        }
        return query(SOURCE, (statement, disk) -> {
            Connection connection = statement.getConnection();
            var parts = criteria.byTags;
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            parts.stream().map(Criteria.ByTags::tagsLiteral).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", parts.stream().map(records.types()::literal).toArray()));
            statement.setArray(3, connection.createArrayOf("text", criteria.byTypes.toArray()));
            statement.setLong(4, after);
            return sourced(statement, disk, criteria);
        });
    }

    /** Hashes of different tags may be equal, so that the true tags decide. What is beyond the head is not in the log. */
    private Reading sourced(PreparedStatement statement, Durable.Mark disk, Criteria criteria) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<RecordedEvent> events = new ArrayList<>();
            long head = 0;
            while (row.next()) {
                head = row.getLong("head");
                if (row.getBytes("record") != null && row.getLong("position") <= head) {
                    RecordedEvent event = event(row);
                    if (criteria.matches(event)) {
                        events.add(event);
                    }
                }
            }
            long last = events.isEmpty() ? 0 : events.getLast().position();
            return new Reading(disk.certain(statement.getConnection(), head, last), events);
        }
    }

    private RecordedEvent event(ResultSet row) throws SQLException {
        return records.decode(
                row.getLong("position"),
                Micros.read(row, "recorded_at"),
                row.getString("type"),
                row.getBytes("record"));
    }

    private static long position(PreparedStatement statement, Durable.Mark disk) throws SQLException {
        long position = number(statement);
        disk.await(statement.getConnection(), position);
        return position;
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private <T> T query(String sql, Query<T> query) {
        return over((connection, disk) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return query.run(statement, disk);
            }
        });
    }

    private <T> T over(Use<T> use) {
        Durable.Mark disk = durable.mark();
        try (Connection connection = dataSource.getConnection()) {
            try {
                return use.run(connection, disk);
            } catch (SQLException e) {
                // While it is open it tells whether the server is there.
                throw Failures.unreadable(e, connection);
            }
        } catch (SQLException e) {
            throw Failures.unreadable(e, null);
        }
    }
}
