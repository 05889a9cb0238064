package org.nestledger.bench.append;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Variant;
import org.nestledger.bench.log.PlainCodec;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.ledger.AxonLedger;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.LogSchema;
import org.nestledger.core.log.PayloadCodec;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.PostgresEventStorageEngine;

/** Everything that is compared, each in a database of its own. */
final class Contestants implements AutoCloseable {

    private static final int POOL = 20;
    private static final ThreadFactory VIRTUAL = Thread.ofVirtual().factory();
    private static final ThreadFactory PLATFORM = Thread.ofPlatform().factory();

    private final long seed;
    private final HikariDataSource enginePool;
    private final PostgresEventLog engineLog;
    private final PostgresEventStorageEngine engine;
    private final AtomicLong head;
    private final HikariDataSource suppliedPool;
    private final PostgresEventLog suppliedLog;
    private final PostgresEventStorageEngine supplied;
    private final AtomicLong suppliedHead = new AtomicLong();
    private final HikariDataSource ledgerPool;
    private final PostgresEventLog ledgerLog;
    private final AxonLedger ledger;
    private final DataSource inserted;
    private final DataSource locked;
    private final AtomicLong lockedHead = new AtomicLong();

    Contestants(Bench bench) throws Exception {
        seed = bench.options().seed();
        enginePool = pool(bench.server().emptyDatabase("append_engine"));
        LogSchema.migrate(enginePool);
        engineLog = log(enginePool, new PlainCodec());
        engine = new PostgresEventStorageEngine(engineLog);
        head = new AtomicLong(engineLog.head());
        suppliedPool = pool(bench.server().emptyDatabase("append_supplied"));
        LogSchema.migrate(suppliedPool);
        suppliedLog = log(suppliedPool, new LedgerCodec());
        supplied = new PostgresEventStorageEngine(suppliedLog);
        ledgerPool = pool(bench.server().emptyDatabase("append_ledger"));
        LogSchema.migrate(ledgerPool);
        ledgerLog = log(ledgerPool, new LedgerCodec());
        ledger = AxonLedger.open(ledgerLog, Clock.systemUTC());
        bench.say("recording " + Boundaries.COUNT + " projects with their land");
        Projects.record(ledger, Boundaries.COUNT);
        inserted = bench.server().emptyDatabase("append_inserted");
        Rows.prepare(inserted);
        locked = bench.server().emptyDatabase("append_locked");
        Rows.prepare(locked);
    }

    private static HikariDataSource pool(DataSource dataSource) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(dataSource);
        pool.setMaximumPoolSize(POOL);
        return pool;
    }

    private static PostgresEventLog log(DataSource dataSource, PayloadCodec codec) {
        return new PostgresEventLog(dataSource, codec, Clock.systemUTC(), LogOptions.defaults());
    }

    Callers engine(int callers) {
        return new Callers(
                "engine",
                "callers",
                callers,
                VIRTUAL,
                number -> new EngineCaller(engine, head, boundaries(number), Boundaries::event));
    }

    Variant engineWithCheckpoints(int callers) {
        return new Checkpoints(engine(callers), enginePool);
    }

    Callers engineWithSupplies(int callers) {
        return new Callers(
                "engine, LandSupplied",
                "callers",
                callers,
                VIRTUAL,
                number -> new EngineCaller(supplied, suppliedHead, boundaries(number), Supplies::event));
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
                VIRTUAL,
                number -> new CommandCaller(
                        ledger, boundaries(number), UUID.randomUUID().toString() + "-", commands));
    }

    Callers inserts(int connections) {
        return new Callers(
                "plain inserts",
                "connections",
                connections,
                PLATFORM,
                number -> new InsertingCaller(inserted, boundaries(number)));
    }

    Callers locking(int connections) {
        return new Callers(
                "lock per append",
                "connections",
                connections,
                PLATFORM,
                number -> new LockingCaller(locked, boundaries(number), lockedHead));
    }

    private Boundaries boundaries(int caller) {
        return new Boundaries(seed * 1_000_003 + caller);
    }

    @Override
    public void close() {
        ledger.close();
        ledgerLog.close();
        ledgerPool.close();
        suppliedLog.close();
        suppliedPool.close();
        engineLog.close();
        enginePool.close();
    }
}
