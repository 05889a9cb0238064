package org.nestledger.bench.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.nestledger.bench.Bench;
import org.nestledger.bench.log.EventKind;
import org.nestledger.bench.log.GeneratedLog;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.ReadModels;
import org.nestledger.query.projection.ReadSchema;
import org.nestledger.query.projection.Rebuild;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log of the books of many zones, and the read models beside it. */
final class FilledBooks implements AutoCloseable {

    /** Zones of the largest log; smaller ones have fewer, so that each has books of the same size. */
    private static final long ZONES = 500;

    private static final long EVENTS = 5_000_000;

    private final GeneratedLog generated;
    private final PostgresEventLog log;
    private final HikariDataSource questions = new HikariDataSource();

    FilledBooks(Bench bench, long events) throws Exception {
        generated = GeneratedLog.of(bench, EventKind.BOOKS, events, Math.max(10, events * ZONES / EVENTS));
        log = generated.open();
        ReadSchema.migrate(generated.dataSource());
        questions.setDataSource(bench.server().database(generated.name()));
        questions.setConnectionInitSql(LedgerQueries.CONNECTION_SETTINGS);
        questions.setMinimumIdle(1);
    }

    DataSource dataSource() {
        return generated.dataSource();
    }

    /** The read models over connections as the program has them for requests. */
    LedgerQueries queries() {
        return LedgerQueries.over(questions, log);
    }

    PostgresEventLog log() {
        return log;
    }

    String name() {
        return generated.name();
    }

    long zones() {
        return generated.projects();
    }

    Map<String, String> parameters() {
        return Map.of("events", Long.toString(generated.events()), "zones", Long.toString(zones()));
    }

    /** Forgets the read models. */
    void empty() {
        JdbcTemplate database = new JdbcTemplate(dataSource());
        for (String schema : List.of("read", "read_next", "read_old")) {
            database.execute("drop schema if exists " + schema + " cascade");
        }
        ReadSchema.migrate(dataSource());
        database.execute("checkpoint");
    }

    /** Brings the read models to the end of the log. */
    void fill() throws Exception {
        Long position =
                new JdbcTemplate(dataSource()).queryForObject("select position from read.projection", Long.class);
        if (position == null || position < log.head()) {
            var _ = new Rebuild(dataSource(), log, ReadModels.all()).run(Rebuild.Mode.SWAP, Rebuild.Watch.NONE);
        }
    }

    @Override
    public void close() {
        questions.close();
        log.close();
        generated.close();
    }
}
