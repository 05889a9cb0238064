package org.nestledger.core.log;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.nestledger.core.log.faults.FaultyPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** A server with a log that dies before what can be seen is on its disk. */
final class MortalServer implements AutoCloseable {

    private final FaultyPostgres postgres;
    private final Path data;
    private final String url;

    MortalServer(Path directory) throws Exception {
        data = directory.resolve("postgresql");
        postgres = FaultyPostgres.start(directory);
        url = postgres.createDatabase("log");
        LogSchema.migrate(source());
        // Else the server writes by itself what nobody waits for, a fifth of a second later.
        execute("alter system set wal_writer_delay = '10s'");
        execute("select pg_reload_conf()");
    }

    DataSource source() {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(url);
        return server;
    }

    /** No batch of this log waits for the disk itself, and it remembers next to nothing. */
    static PostgresEventLog open(DataSource source) {
        return open(source, LogOptions.defaults().withFlushedTogether(1));
    }

    static PostgresEventLog open(DataSource source, LogOptions options) {
        return new PostgresEventLog(
                source,
                new TextCodec(),
                Clock.systemUTC(),
                options.withRecentEvents(1).withOutcomePatience(Duration.ofMinutes(1)));
    }

    static List<String> texts(PostgresEventLog log) {
        return log.read(0, 1_000).stream()
                .map(event -> (String) event.payload())
                .toList();
    }

    /** And is there again. */
    void die() throws Exception {
        postgres.kill(new Random(1));
        postgres.restart();
    }

    /** The tests' server lets commits be answered early; as it is installed it does not. */
    void asInstalled() throws Exception {
        Path options = data.resolve("postmaster.opts");
        Files.writeString(
                options, Files.readString(options).replaceAll("\\s*\"?-c\"?\\s*\"?synchronous_commit=off\"?", ""));
        execute("checkpoint");
        die();
    }

    void answerBeforeTheDisk() throws Exception {
        execute("alter system set synchronous_commit = off");
        execute("select pg_reload_conf()");
        try (Connection connection = DriverManager.getConnection(url)) {
            while (!setting(connection).equals("off")) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        // Sessions take it over one by one, each before its next statement at the latest.
        TimeUnit.MILLISECONDS.sleep(200);
    }

    private static String setting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show synchronous_commit")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** As anybody sees it, on disk or not. */
    long head() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select position from log.log_head")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws Exception {
        postgres.close();
    }
}
