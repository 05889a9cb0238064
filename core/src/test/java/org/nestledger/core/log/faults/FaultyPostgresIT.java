package org.nestledger.core.log.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("all")
class FaultyPostgresIT {

    private static final int ROUNDS = 25;

    @TempDir
    Path directory;

    @Test
    void aServerThatHasBegunAnewHasEndedAllItsConnectionsAndTakesNewOnes() throws Exception {
        try (FaultyPostgres postgres = FaultyPostgres.start(directory)) {
            String jdbcUrl = postgres.createDatabase("log");
            execute(jdbcUrl, "create table written (text text not null)");
            for (int round = 0; round < ROUNDS; round++) {
                long before = postgres.checkpointer(jdbcUrl);
                try (Connection one = DriverManager.getConnection(jdbcUrl);
                        Connection other = DriverManager.getConnection(jdbcUrl)) {
                    long pid = process(one);
                    // In the middle of what it does, as the campaign kills them.
                    Thread.ofVirtual().start(() -> writeUntilItEnds(one));
                    assertThat(FaultyPostgres.signal("KILL", pid)).isTrue();
                    await().pollDelay(Duration.ZERO)
                            .pollInterval(Duration.ofMillis(5))
                            .atMost(Duration.ofMinutes(1))
                            .ignoreExceptionsInstanceOf(SQLException.class)
                            .until(() -> postgres.hasBegunAnew(jdbcUrl, before));
                    assertThatCode(() -> processOfANew(jdbcUrl))
                            .as("a new connection, round %d", round)
                            .doesNotThrowAnyException();
                    assertThatCode(() -> process(other))
                            .as("a connection from before, round %d", round)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }

    @Test
    void aProcessThatIsNotThereIsNotSignalled() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(FaultyPostgres.signal("KILL", ended.pid())).isFalse();
    }

    private static void execute(String jdbcUrl, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void writeUntilItEnds(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            while (true) {
                statement.execute("insert into written select repeat('x', 1000) from generate_series(1, 1000)");
            }
        } catch (SQLException _) {
            // It was killed.
        }
    }

    private static void processOfANew(String jdbcUrl) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            process(connection);
        }
    }

    private static long process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
