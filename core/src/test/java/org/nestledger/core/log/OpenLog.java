package org.nestledger.core.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** A log of texts with a pool of connections of its own, as a process has it. */
public final class OpenLog implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool;
    private final PostgresEventLog log;

    private OpenLog(HikariDataSource pool, LogOptions options) {
        this.pool = pool;
        this.log = new PostgresEventLog(pool, new TextCodec(), Clock.systemUTC(), options);
    }

    /**
     * Opens a log whose schema is there.
     *
     * @param name what its connections are called in the database
     */
    public static OpenLog at(String jdbcUrl, String name, LogOptions options) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.addDataSourceProperty("ApplicationName", name);
        config.setPoolName(name);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(options.databaseTimeout().toMillis());
        config.setValidationTimeout(options.databaseTimeout().toMillis());
        return new OpenLog(new HikariDataSource(config), options);
    }

    public PostgresEventLog log() {
        return log;
    }

    public EventStorageEngine engine() {
        return new PostgresEventStorageEngine(log);
    }

    public DataSource dataSource() {
        return pool;
    }

    /** The operator's check of it. */
    public LogCheck.Sound check() {
        return new LogCheck(pool, new TextCodec()).check((_, _) -> {});
    }

    @Override
    public void close() {
        log.close();
        pool.close();
    }
}
