package org.nestledger.api.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.query.LedgerQueries;

/** Opens connections and says in one sentence why there are none. */
final class Connections {

    static final String DATABASE = "ledger";

    /** A machine that vanishes without a word keeps locks, and the rights to fold and to sign, no longer than these seconds. */
    private static final String NOTICED_SOON = "set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2;"
            + " set tcp_keepalives_count = 3; set tcp_user_timeout = '11s'";

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String DUPLICATE_DATABASE = "42P04";

    private Connections() {}

    /**
     * Makes sure that there is a database, and creates the embedded one.
     *
     * @param config says where and who
     * @param name of the database for messages, without secrets
     * @throws LedgerFailure when it cannot be used
     */
    static void check(HikariConfig config, DatabaseTimeouts timeouts, String name) {
        check(bounded(config, timeouts), name);
    }

    /** For requests: connections whose every answer comes in time or not at all. */
    static HikariDataSource requests(HikariConfig config, DatabaseTimeouts timeouts, int connections) {
        HikariConfig bounded = bounded(config, timeouts);
        bounded.setConnectionInitSql(NOTICED_SOON + "; set statement_timeout = "
                + timeouts.statement().toMillis() + "; " + LedgerQueries.CONNECTION_SETTINGS);
        // A command opens no connection that it does not use; those that a server uses stay.
        bounded.setMinimumIdle(0);
        bounded.setMaximumPoolSize(connections);
        bounded.setPoolName("requests");
        return new HikariDataSource(bounded);
    }

    /** For work that takes as long as it takes; only a connection is had in time or not at all. */
    static HikariDataSource work(HikariConfig config, DatabaseTimeouts timeouts, int connections) {
        HikariConfig patient = common(config, timeouts);
        patient.setConnectionInitSql(NOTICED_SOON);
        patient.setMinimumIdle(0);
        patient.setMaximumPoolSize(connections);
        patient.setPoolName("work");
        return new HikariDataSource(patient);
    }

    private static HikariConfig bounded(HikariConfig config, DatabaseTimeouts timeouts) {
        HikariConfig bounded = common(config, timeouts);
        bounded.addDataSourceProperty("socketTimeout", seconds(timeouts.answer()));
        return bounded;
    }

    private static HikariConfig common(HikariConfig config, DatabaseTimeouts timeouts) {
        HikariConfig common = new HikariConfig();
        common.setJdbcUrl(config.getJdbcUrl());
        common.setUsername(config.getUsername());
        common.setPassword(config.getPassword());
        common.addDataSourceProperty("connectTimeout", seconds(timeouts.connect()));
        common.addDataSourceProperty("loginTimeout", seconds(timeouts.connect()));
        common.addDataSourceProperty("ApplicationName", "nest-ledger");
        common.addDataSourceProperty("tcpKeepAlive", "true");
        common.setConnectionTimeout(timeouts.connect().toMillis());
        common.setValidationTimeout(Math.min(2_000, timeouts.connect().toMillis()));
        common.setInitializationFailTimeout(-1);
        return common;
    }

    /** As the driver reads it: a number that is no text counts for nothing. */
    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    private static void check(HikariConfig config, String name) {
        try {
            probe(config, name, config.getJdbcUrl());
        } catch (SQLException problem) {
            if (!NO_SUCH_DATABASE.equals(problem.getSQLState()) || !isEmbedded(config)) {
                throw failure(name, problem);
            }
            create(config, name);
        }
    }

    private static boolean isEmbedded(HikariConfig config) {
        return config.getJdbcUrl().startsWith("jdbc:postgresql://127.0.0.1:")
                && PostgresServer.USER.equals(config.getUsername());
    }

    private static void create(HikariConfig config, String name) {
        String url = config.getJdbcUrl().replaceFirst("/" + DATABASE + "$", "/postgres");
        try (Connection connection = connect(config, url);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        } catch (SQLException problem) {
            if (!DUPLICATE_DATABASE.equals(problem.getSQLState())) {
                throw failure(name, problem);
            }
        }
    }

    private static void probe(HikariConfig config, String name, String url) throws SQLException {
        try (Connection connection = connect(config, url)) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < Integer.parseInt(DataDirectory.POSTGRES_MAJOR)) {
                throw new LedgerFailure("At " + name + " runs PostgreSQL " + major + ": the ledger needs "
                        + DataDirectory.POSTGRES_MAJOR + " or newer.");
            }
        }
    }

    private static Connection connect(HikariConfig config, String url) throws SQLException {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new LedgerFailure(
                    "spring.datasource.url is not that of a PostgreSQL: write it like jdbc:postgresql://host:5432/ledger.");
        }
        Properties properties = new Properties();
        config.getDataSourceProperties()
                .forEach((key, value) -> properties.setProperty((String) key, value.toString()));
        if (config.getUsername() != null) {
            properties.setProperty("user", config.getUsername());
        }
        if (config.getPassword() != null) {
            properties.setProperty("password", config.getPassword());
        }
        return DriverManager.getConnection(url, properties);
    }

    private static LedgerFailure failure(String name, SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        String what = switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> "does not take the user name and password: check SPRING_DATASOURCE_USERNAME and _PASSWORD.";
            case "3D" -> "does not exist: create it, or correct SPRING_DATASOURCE_URL.";
            case "08" -> "cannot be reached: check that the server runs and that SPRING_DATASOURCE_URL is right.";
            case "53" -> "has no connection or space left: try again later, or give it more.";
            case "57" -> "is starting or stopping: try again in a moment.";
            default -> "cannot be used (SQL state " + state + ").";
        };
        return new LedgerFailure(Character.toUpperCase(name.charAt(0)) + name.substring(1) + " " + what, problem);
    }
}
