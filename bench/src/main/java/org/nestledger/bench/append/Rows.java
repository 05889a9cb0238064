package org.nestledger.bench.append;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.eventstreaming.Tag;
import org.nestledger.core.log.LogSchema;
import org.nestledger.core.log.merkle.LeafHash;

/** The rows that an append writes, inserted by hand: one event and its two tags, in the log's own tables. */
final class Rows {

    private static final String INSERT = """
            with numbered as (
                insert into log.event (position, recorded_at, type, record, leaf)
                values (nextval('log.bench_position'), now(), 'bench.Noted', ?, ?)
                returning position
            )
            insert into log.event_tag (tag, position, type)
            select t.tag, n.position, 7 from numbered n, (values (?::bigint), (?::bigint)) as t (tag)
            """;

    private static final int RECORD_BYTES = 380;
    private static final int ZONE = 3;
    private static final int PROJECT = 4;

    private Rows() {}

    /** Makes the log's tables, and a sequence for the positions. */
    static void prepare(DataSource dataSource) throws SQLException {
        LogSchema.migrate(dataSource);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create sequence log.bench_position");
        }
    }

    static PreparedStatement statement(Connection connection) throws SQLException {
        return connection.prepareStatement(INSERT);
    }

    /** Inserts an event of the project: three rows, one round trip. */
    static void insert(PreparedStatement statement, Tag project) throws SQLException {
        byte[] record = record(project);
        statement.setBytes(1, record);
        statement.setBytes(2, LeafHash.of(record));
        statement.setLong(ZONE, 1);
        statement.setLong(PROJECT, hash(project));
        statement.executeUpdate();
    }

    /** Any number that spreads like the log's hashes of tags. */
    static long hash(Tag project) {
        return Long.parseLong(project.value()) * 0x9E3779B97F4A7C15L;
    }

    private static byte[] record(Tag project) {
        String text = String.join(",", List.of("{\"data\":{\"text\":\"", project.value()));
        return (text + "x".repeat(RECORD_BYTES - text.length())).getBytes(StandardCharsets.US_ASCII);
    }
}
