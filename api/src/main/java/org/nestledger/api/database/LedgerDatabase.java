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

    /** For what runs beside the requests: one that folds, one that signs, and whoever checks, exports or restores. */
    private static final int WORKING = 8;

    private final HikariDataSource requests;
    private final HikariDataSource work;
    private final @Nullable EmbeddedServer server;

    private LedgerDatabase(
            HikariConfig config, DatabaseSettings settings, int connections, @Nullable EmbeddedServer server) {
        Connections.check(config, settings.timeouts(), settings.toString());
        this.requests = Connections.requests(config, settings.timeouts(), connections);
        this.work = Connections.work(config, settings.timeouts(), WORKING);
        this.server = server;
    }

    /**
     * Opens the database.
     *
     * @param connections how many at most for requests
     * @throws LedgerFailure when it cannot be used, with the reason and what to do
     */
    public static LedgerDatabase open(DatabaseSettings settings, int connections) {
        if (settings.url() != null) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(settings.url());
            config.setUsername(settings.username());
            config.setPassword(settings.password());
            return new LedgerDatabase(config, settings, connections, null);
        }
        EmbeddedServer server = EmbeddedServer.enter(DataDirectory.prepare(settings.directory()));
        try {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(server.jdbcUrl());
            config.setUsername(PostgresServer.USER);
            config.setPassword(server.secret());
            return new LedgerDatabase(config, settings, connections, server);
        } catch (LedgerFailure failure) {
            leave(server);
            throw failure;
        }
    }

    /**
     * A pool of connections for work that takes as long as it takes. A connection that cannot be had in time is an
     * SQLException.
     */
    public DataSource dataSource() {
        return work;
    }

    /** A pool of connections for requests: what the database does not answer in time is an SQLException. */
    public DataSource requests() {
        return requests;
    }

    /** Whether it answers now, asked with little patience. */
    public boolean answers() {
        try (Connection connection = requests.getConnection()) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException silent) {
            LOG.debug("the database does not answer", silent);
            return false;
        }
    }

    /** Ends the connections and, when nobody else uses it, the embedded database. Further calls do nothing. */
    @Override
    public void close() {
        requests.close();
        work.close();
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
