package org.nestledger.bench.log;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.nestledger.bench.Bench;
import org.nestledger.core.log.BulkLoad;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.LogSchema;
import org.nestledger.core.log.PostgresEventLog;

/** A log of many events in a database of its own, loaded in bulk. What is there from an earlier run is used again. */
public final class GeneratedLog implements AutoCloseable {

    /** Events of each project in the logs that are searched, spread evenly over the log. */
    static final int EVENTS_OF_A_PROJECT = 20;

    private static final int CONNECTIONS = 8;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final HikariDataSource pool = new HikariDataSource();
    private final String name;
    private final EventKind kind;
    private final long events;
    private final long projects;

    private GeneratedLog(String name, DataSource database, EventKind kind, long events, long projects) {
        this.name = name;
        pool.setDataSource(database);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        this.kind = kind;
        this.events = events;
        this.projects = projects;
    }

    /** The log with so many events, of which each project has twenty. */
    static GeneratedLog searched(Bench bench, EventKind kind, long events) throws SQLException, IOException {
        return of(bench, kind, events, Math.max(1, events / EVENTS_OF_A_PROJECT));
    }

    /** The log with so many events of so many projects; it is filled when it is not there. */
    public static GeneratedLog of(Bench bench, EventKind kind, long events, long projects)
            throws SQLException, IOException {
        String name = "%s_%d_%d".formatted(kind.name().toLowerCase(Locale.ROOT), events, projects);
        GeneratedLog log = new GeneratedLog(name, bench.server().database(name), kind, events, projects);
        LogSchema.migrate(log.pool);
        log.fill(bench);
        return log;
    }

    /** The name of its database. */
    public String name() {
        return name;
    }

    /** A pool of connections to it. */
    public DataSource dataSource() {
        return pool;
    }

    public long events() {
        return events;
    }

    public long projects() {
        return projects;
    }

    /** Opens it as the program does. */
    public PostgresEventLog open() {
        return new PostgresEventLog(pool, kind.codec(), Clock.systemUTC(), LogOptions.defaults());
    }

    private void fill(Bench bench) throws SQLException, IOException {
        long[] next = {head()};
        if (next[0] >= events) {
            bench.say(name + " is there");
            return;
        }
        long begun = System.nanoTime();
        long before = next[0];
        new BulkLoad(pool, kind.codec(), Clock.systemUTC(), LogOptions.defaults())
                .appendAfter(
                        before,
                        () -> next[0] < events ? kind.record(next[0]++, projects) : null,
                        loaded -> progress(bench, before + loaded));
        long nanos = System.nanoTime() - begun;
        // As autovacuum would in time, so that the plans are those of a log that has grown.
        execute("vacuum (analyze) log.event");
        execute("vacuum (analyze) log.event_tag");
        execute("checkpoint");
        bench.say("%s: loaded %d events in %d s, %d/s"
                .formatted(
                        name,
                        events - before,
                        Duration.ofNanos(nanos).toSeconds(),
                        (events - before) * NANOS_PER_SECOND / nanos));
    }

    private void progress(Bench bench, long loaded) {
        if (loaded * 10 / events > (loaded - 20_000) * 10 / events) {
            bench.say(name + ": " + loaded + " of " + events);
        }
    }

    /** The position of its last event; more than it was generated with when somebody appended since. */
    public long head() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select position from log.log_head")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
