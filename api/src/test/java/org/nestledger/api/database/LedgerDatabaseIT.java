package org.nestledger.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class LedgerDatabaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path temporary;

    @Test
    void keepsWhatWasWrittenAndEndsWithItsLastUser() throws Exception {
        Path directory = temporary.resolve("my data 数据");
        try (LedgerDatabase first = open(directory)) {
            execute(first, "create table kept (word text)");
            try (LedgerDatabase second = open(directory)) {
                execute(second, "insert into kept values ('数据')");
            }
            assertThat(answer(first, "select word from kept")).isEqualTo("数据");
        }
        assertThat(pidFile(directory)).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secret"))))
                .isEqualTo("rw-------");
        try (LedgerDatabase again = open(directory)) {
            assertThat(answer(again, "select word from kept")).isEqualTo("数据");
        }
    }

    @Test
    void isDurableAndListensOnlyHere() throws Exception {
        try (LedgerDatabase database = open(temporary.resolve("data"))) {
            assertThat(answer(database, "show fsync")).isEqualTo("on");
            assertThat(answer(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(answer(database, "show full_page_writes")).isEqualTo("on");
            assertThat(answer(database, "show data_checksums")).isEqualTo("on");
            assertThat(answer(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(answer(database, "show server_version")).startsWith("18.");
        }
    }

    @Test
    void noticesSoonThatWhoeverHoldsALockIsNotThereAnyMore() throws Exception {
        try (LedgerDatabase database = open(temporary.resolve("data"))) {
            for (DataSource each : List.of(database.dataSource(), database.requests())) {
                JdbcTemplate template = new JdbcTemplate(each);
                assertThat(template.queryForObject("show tcp_keepalives_idle", String.class))
                        .isEqualTo("5");
            }
        }
    }

    @Test
    void takesNobodyWithoutTheSecret() throws Exception {
        Path directory = temporary.resolve("data");
        try (LedgerDatabase database = open(directory)) {
            assertThat(database.answers()).isTrue();
            int port =
                    PidFile.read(DataDirectory.prepare(directory)).orElseThrow().port();
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/ledger?sslpassword=hidden";
            DatabaseSettings guess = new DatabaseSettings(directory, url, "ledger", "guessed");
            assertThatThrownBy(() -> LedgerDatabase.open(guess, 1))
                    .hasMessageContaining("does not take the user name and password")
                    .hasMessageNotContaining("guessed")
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    @Tag("all")
    void isStartedAgainWhenItIsKilled() throws Exception {
        Path directory = temporary.resolve("data");
        try (LedgerDatabase database = open(directory)) {
            execute(database, "create table kept as select 1 as one");
            long pid =
                    PidFile.read(DataDirectory.prepare(directory)).orElseThrow().pid();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> answer(database, "select one from kept").equals("1"));
        }
    }

    @Test
    void believesNoFileThatAKilledOneLeft() throws Exception {
        Path directory = temporary.resolve("data");
        open(directory).close();
        long other = ProcessHandle.current().pid();
        Files.writeString(pidFile(directory), other + "\n" + directory + "\n1\n1\n\n127.0.0.1\n1 1\nready\n");
        try (LedgerDatabase database = open(directory)) {
            assertThat(database.answers()).isTrue();
        }
    }

    @Test
    void refusesADirectoryOfAnotherVersion() throws Exception {
        Path directory = temporary.resolve("data");
        open(directory).close();
        Files.writeString(directory.resolve("postgresql/PG_VERSION"), "17\n");
        assertRefused(directory, "was written by PostgreSQL 17");
        Files.writeString(directory.resolve("layout"), "Nest Ledger data directory, layout 2\n");
        assertRefused(directory, "another layout");
    }

    @Test
    void refusesWhatIsNoDataDirectory() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertRefused(file, "is a file");
        assertRefused(file.resolve("below"), "cannot be used");
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.writeString(other.resolve("thesis.txt"), "");
        assertRefused(other, "is not empty");
        assertThat(other).isDirectoryNotContaining(entry -> !entry.endsWith("thesis.txt"));
    }

    @Test
    void saysWhyAConfiguredServerCannotBeUsed() {
        DatabaseSettings down = new DatabaseSettings(
                temporary, "jdbc:postgresql://someone:geheim@127.0.0.1:1/x?password=geheim", "u", "geheim");
        assertThatThrownBy(() -> LedgerDatabase.open(down, 1))
                .hasMessageContaining("127.0.0.1:1/x cannot be reached")
                .hasMessageNotContaining("geheim");
        DatabaseSettings other = new DatabaseSettings(temporary, "jdbc:h2:mem:x", null, null);
        assertThatThrownBy(() -> LedgerDatabase.open(other, 1)).hasMessageContaining("not that of a PostgreSQL");
    }

    private static void assertRefused(Path directory, String why) {
        assertThatThrownBy(() -> open(directory)).hasMessageContaining(why).hasMessageContaining(directory.toString());
    }

    private static LedgerDatabase open(Path directory) {
        return LedgerDatabase.open(DatabaseSettings.embedded(directory), 2);
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("postgresql/postmaster.pid");
    }

    private static void execute(LedgerDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(LedgerDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
