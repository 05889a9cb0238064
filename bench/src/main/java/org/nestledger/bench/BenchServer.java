package org.nestledger.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL for benchmarks: durable as in production, and with room enough that the disk is not all that counts. */
public final class BenchServer implements AutoCloseable {

    private static final Map<String, String> SETTINGS = new LinkedHashMap<>();

    static {
        SETTINGS.put("fsync", "on");
        SETTINGS.put("full_page_writes", "on");
        SETTINGS.put("synchronous_commit", "on");
        SETTINGS.put("shared_buffers", "1GB");
        SETTINGS.put("max_wal_size", "4GB");
        SETTINGS.put("max_connections", "200");
    }

    /** Texts compare as in the ledger's own cluster, byte by byte, whatever the machine's language is. */
    private static final String OF_THE_LEDGER =
            " template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'";

    private static final String ADMINISTRATOR = "postgres";

    private final EmbeddedPostgres postgres;

    private BenchServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts a server, with what an earlier one left in a directory if one is given. */
    static BenchServer start(@Nullable Path kept) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        SETTINGS.forEach(builder::setServerConfig);
        if (kept != null) {
            Files.createDirectories(kept);
            builder.setDataDirectory(kept.resolve("postgres")).setCleanDataDirectory(false);
        }
        return new BenchServer(builder.start());
    }

    /** The database of this name, which is made when it is missing. Nothing is pooled. */
    public DataSource database(String name) throws SQLException {
        if (!exists(name)) {
            administer("create database " + name + OF_THE_LEDGER);
        }
        return postgres.getDatabase(ADMINISTRATOR, name);
    }

    /** Where a database is, for another process; its user needs no password. */
    public String url(String name) {
        return postgres.getJdbcUrl(ADMINISTRATOR, name);
    }

    /** A database of this name with nothing in it. */
    public DataSource emptyDatabase(String name) throws SQLException {
        drop(name);
        return database(name);
    }

    /** Ends a database and all connections to it. */
    public void drop(String name) throws SQLException {
        administer("drop database if exists " + name + " with (force)");
    }

    /** The settings that matter, as the server says they are. */
    Map<String, String> settings() throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : SETTINGS.keySet()) {
            settings.put(setting, show(setting));
        }
        return settings;
    }

    String version() throws SQLException {
        return show("server_version");
    }

    /** The version of the JDBC driver. */
    String driver() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDriverVersion();
        }
    }

    private String show(String setting) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private boolean exists(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                PreparedStatement select = connection.prepareStatement("select from pg_database where datname = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
