package org.nestledger.core.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A fresh, empty database on the one PostgreSQL server of this JVM. Closing it drops the database and its connections. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger CREATED = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase create() {
        TestDatabase database = new TestDatabase("test_" + CREATED.incrementAndGet());
        asAdministrator("create database " + database.name);
        return database;
    }

    /** Opens a connection of its own for each request; nothing is pooled. */
    public DataSource dataSource() {
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    /** With user and without password. */
    public String jdbcUrl() {
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** Runs one statement in this database. */
    public void execute(String sql) {
        run(dataSource(), sql);
    }

    /** Kills all connections to this database, as a restart of the server would. */
    public void killConnections() {
        asAdministrator("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    @Override
    public void close() {
        asAdministrator("drop database if exists " + name + " with (force)");
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
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
