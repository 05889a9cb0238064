package org.nestledger.api.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger's database, reachable while this is open. The embedded one is started when it does not run, watched, and
 * stopped by the last process that leaves it. Safe for use by many threads.
 */
public final class LedgerDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerDatabase.class);

    private static final int ANSWER_SECONDS = 2;

    private final HikariDataSource pool;
    private final @Nullable EmbeddedServer server;

    private LedgerDatabase(HikariDataSource pool, @Nullable EmbeddedServer server) {
        this.pool = pool;
        this.server = server;
    }

    /**
     * Opens the database.
     *
     * @param connections how many at most
     * @throws LedgerFailure when it cannot be used, with the reason and what to do
     */
    public static LedgerDatabase open(DatabaseSettings settings, int connections) {
        if (settings.url() != null) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(settings.url());
            config.setUsername(settings.username());
            config.setPassword(settings.password());
            return new LedgerDatabase(Connections.pool(config, connections, settings.toString()), null);
        }
        EmbeddedServer server = EmbeddedServer.enter(DataDirectory.prepare(settings.directory()));
        try {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(server.jdbcUrl());
            config.setUsername(PostgresServer.USER);
            config.setPassword(server.secret());
            return new LedgerDatabase(Connections.pool(config, connections, settings.toString()), server);
        } catch (LedgerFailure failure) {
            leave(server);
            throw failure;
        }
    }

    /** A pool of connections. A connection that cannot be had within seconds is an SQLException. */
    public DataSource dataSource() {
        return pool;
    }

    /** Whether it answers now, asked with little patience. */
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException silent) {
            LOG.debug("the database does not answer", silent);
            return false;
        }
    }

    /** Ends the connections and, when nobody else uses it, the embedded database. Further calls do nothing. */
    @Override
    public void close() {
        pool.close();
        if (server != null) {
            leave(server);
        }
    }

    private static void leave(EmbeddedServer server) {
        try {
            server.leave();
        } catch (IOException problem) {
            LOG.warn("The database could not be stopped; the next command will.", problem);
        }
    }
}
