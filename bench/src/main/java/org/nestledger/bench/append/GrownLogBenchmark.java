package org.nestledger.bench.append;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Benchmark;
import org.nestledger.bench.Callers;
import org.nestledger.bench.Claim;
import org.nestledger.bench.Result;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;
import org.nestledger.bench.log.EventKind;
import org.nestledger.bench.log.GeneratedLog;
import org.nestledger.bench.log.PlainCodec;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.LogSchema;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.PostgresEventStorageEngine;

/** Appends to the largest of the generated logs, against appends to an empty one. */
public final class GrownLogBenchmark implements Benchmark {

    private static final int CALLERS = 64;
    private static final int POOL = 8;
    private static final long EVENTS_OF_A_PROJECT = 20;
    private static final double LATENCY_MILLIS = 8;

    @Override
    public String name() {
        return "grown";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        long events = bench.options().sizes().getLast();
        try (GeneratedLog grown =
                        GeneratedLog.of(bench, EventKind.PLAIN, events, Math.max(1, events / EVENTS_OF_A_PROJECT));
                HikariDataSource empty = new HikariDataSource()) {
            empty.setDataSource(bench.server().emptyDatabase("grown_empty"));
            empty.setMaximumPoolSize(POOL);
            LogSchema.migrate(empty);
            try (PostgresEventLog reference = open(empty);
                    PostgresEventLog log = open(grown.dataSource())) {
                long seed = bench.options().seed();
                Callers onEmpty = callers("engine, log empty at first", reference, seed);
                Callers onGrown = callers("engine, log of " + events, log, seed);
                Checkpoints onBusy = new Checkpoints(onGrown, grown.dataSource());
                return results(bench.interleaved(List.of(onEmpty, onGrown, onBusy)), onEmpty);
            }
        }
    }

    private static PostgresEventLog open(DataSource dataSource) {
        return new PostgresEventLog(dataSource, new PlainCodec(), Clock.systemUTC(), LogOptions.defaults());
    }

    private static Callers callers(String name, PostgresEventLog log, long seed) {
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);
        AtomicLong head = new AtomicLong(log.head());
        return new Callers(
                name,
                "callers",
                CALLERS,
                Thread.ofVirtual().factory(),
                number -> new EngineCaller(engine, head, Boundaries.of(seed, number), Boundaries::event));
    }

    private List<Result> results(Map<Variant, List<Sample>> samples, Variant reference) {
        List<Result> results = new ArrayList<>();
        samples.forEach((variant, of) -> {
            Result result = Result.of(name(), variant, "appends", of);
            result = result.with(Claim.atMost("p99 ms", result.p99(), LATENCY_MILLIS));
            results.add(
                    variant.equals(reference)
                            ? result
                            : result.with(Claim.informing(
                                    "÷ the empty log",
                                    result.rate() / results.getFirst().rate())));
        });
        return results;
    }
}
