package org.nestledger.core.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.LogSchema;

/**
 * A database of its own on the one PostgreSQL server of this JVM: empty, or a copy of one that was prepared once. Closing
 * it lets somebody else drop it with its connections, which nobody waits for.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger CREATED = new AtomicInteger();
    private static final Map<String, TestDatabase> PREPARED = new HashMap<>();
    private static final ExecutorService DROPPING = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("database-dropper").daemon().factory());

    private static final int MAX_CONNECTIONS = 200;

    static {
        // What a test waits for is often there already, and soon there otherwise.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(25));
    }

    private final String name;
    private @Nullable HikariDataSource pool;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase create() {
        return create("");
    }

    /** With the schema of the log. */
    public static TestDatabase ofLog() {
        return create("log", LogSchema::migrate);
    }

    /**
     * A copy of a database that is prepared when the first one is asked for, such as by migrating it.
     *
     * @param what names what is in it: whatever has the same name is prepared in the same way
     */
    public static TestDatabase create(String what, Consumer<DataSource> preparation) {
        // Nobody may be connected to a database while it is copied, so one copy is made at a time.
        synchronized (PREPARED) {
            TestDatabase prepared = PREPARED.computeIfAbsent(what, it -> {
                TestDatabase fresh = create();
                preparation.accept(fresh.unpooled());
                return fresh;
            });
            return create(" strategy file_copy template " + prepared.name);
        }
    }

    private static TestDatabase create(String options) {
        TestDatabase database = new TestDatabase("test_" + CREATED.incrementAndGet());
        asAdministrator("create database " + database.name + options);
        return database;
    }

    /** A pool of connections, the same each time. */
    public synchronized DataSource dataSource() {
        if (pool == null) {
            pool = new HikariDataSource();
            pool.setDataSource(unpooled());
            pool.setMaximumPoolSize(MAX_CONNECTIONS / 4);
            pool.setMinimumIdle(0);
        }
        return pool;
    }

    /** Opens a connection of its own for each request. */
    public DataSource unpooled() {
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    /** With user and without password. */
    public String jdbcUrl() {
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** Runs one statement in this database. */
    public void execute(String sql) {
        run(unpooled(), sql);
    }

    /** Kills all connections to this database, as a restart of the server would. */
    public synchronized void killConnections() {
        asAdministrator("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        if (pool != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        // The server may end first, with all its databases.
        Future<?> _ = DROPPING.submit(() -> asAdministrator("drop database if exists " + name + " with (force)"));
    }

    private static void asAdministrator(String sql) {
        run(Server.POSTGRES.getPostgresDatabase(), sql);
    }

    private static void run(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database refused: " + sql, e);
        }
    }

    /** Starts with the first database and ends with the JVM. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", Integer.toString(MAX_CONNECTIONS))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
