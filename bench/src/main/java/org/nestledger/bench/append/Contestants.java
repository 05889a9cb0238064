package org.nestledger.bench.append;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Callers;
import org.nestledger.bench.Variant;
import org.nestledger.bench.log.PlainCodec;
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
    private final Inserts inserts;
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
        inserts = new Inserts(bench, "append_inserted");
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

    Callers inserts(int connections) {
        return inserts.by(connections);
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
        return Boundaries.of(seed, caller);
    }

    @Override
    public void close() {
        suppliedLog.close();
        suppliedPool.close();
        engineLog.close();
        enginePool.close();
    }
}
