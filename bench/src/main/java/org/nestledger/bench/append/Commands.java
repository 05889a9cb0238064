package org.nestledger.bench.append;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiFunction;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Callers;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.ledger.AxonLedger;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.LogSchema;
import org.nestledger.core.log.PostgresEventLog;

/** A ledger of many projects, and callers that give it commands about them. */
final class Commands implements AutoCloseable {

    private static final int POOL = 20;

    private final long seed;
    private final HikariDataSource pool = new HikariDataSource();
    private final PostgresEventLog log;
    private final AxonLedger ledger;

    Commands(Bench bench) throws Exception {
        seed = bench.options().seed();
        pool.setDataSource(bench.server().emptyDatabase("command_ledger"));
        pool.setMaximumPoolSize(POOL);
        LogSchema.migrate(pool);
        log = new PostgresEventLog(pool, new LedgerCodec(), Clock.systemUTC(), LogOptions.defaults());
        ledger = AxonLedger.open(log, Clock.systemUTC());
        bench.say("recording " + Boundaries.COUNT + " projects with their land");
        Projects.record(ledger, Boundaries.COUNT);
    }

    Callers supplies(int callers) {
        return commands("SupplyLand", callers, Projects::supply);
    }

    Callers investments(int callers) {
        return commands("RecordInvestment", callers, (project, _) -> Projects.investment(project));
    }

    private Callers commands(String name, int callers, BiFunction<String, String, LedgerCommand> commands) {
        return new Callers(
                name,
                "callers",
                callers,
                Thread.ofVirtual().factory(),
                number -> new CommandCaller(
                        ledger, Boundaries.of(seed, number), UUID.randomUUID().toString() + "-", commands));
    }

    @Override
    public void close() {
        ledger.close();
        log.close();
        pool.close();
    }
}
