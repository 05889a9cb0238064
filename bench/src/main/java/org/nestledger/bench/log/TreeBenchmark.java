package org.nestledger.bench.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Benchmark;
import org.nestledger.bench.Claim;
import org.nestledger.bench.Result;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;
import org.nestledger.core.log.LogCheck;
import org.nestledger.core.log.audit.DirectoryFiles;
import org.nestledger.core.log.audit.LogAudit;

/** What the Merkle tree costs an append, and how long verifying and proving take. */
public final class TreeBenchmark implements Benchmark {

    private static final double SHARE_PERCENT = 5;
    private static final double VERIFIED_PER_SECOND = 500_000;
    private static final double PROOF_MILLIS = 5;

    @Override
    public String name() {
        return "tree";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>(cost(bench));
        results.addAll(verification(bench));
        results.addAll(proofs(bench));
        return results;
    }

    private List<Result> cost(Bench bench) throws Exception {
        var database = bench.server().emptyDatabase("tree_cost");
        TreeCost.prepare(database);
        TreeCost with = new TreeCost(database, true);
        TreeCost without = new TreeCost(database, false);
        Map<Variant, List<Sample>> samples = bench.interleaved(List.of(without, with));
        Result treeless = Result.of(name(), without, "events", samples.getOrDefault(without, List.of()));
        Result treed = Result.of(name(), with, "events", samples.getOrDefault(with, List.of()));
        bench.server().drop("tree_cost");
        return List.of(
                treeless,
                treed.with(Claim.atMost("% of throughput", 100 * (1 - treed.rate() / treeless.rate()), SHARE_PERCENT))
                        .with(Claim.informing("µs of hashing an event", with.hashingMicrosPerEvent()))
                        .with(Claim.informing(
                                "% of the time is hashing", with.hashingMicrosPerEvent() * treed.rate() / 1e4)));
    }

    private List<Result> verification(Bench bench) throws Exception {
        try (GeneratedLog log =
                GeneratedLog.searched(bench, EventKind.PLAIN, bench.options().events())) {
            clearCheckpoints(log);
            try (PublishedFixture published = new PublishedFixture(log)) {
                bench.say("exporting " + log.events() + " events");
                Path exported = published.export();
                Timed audit = new Timed(
                        "verify an export",
                        log.events(),
                        () -> new LogAudit(new DirectoryFiles(exported), published.keys())
                                .verify(null, (_, _) -> {})
                                .checkpoint()
                                .size());
                Timed check = new Timed(
                        "check the database",
                        log.events(),
                        () -> new LogCheck(log.dataSource(), EventKind.PLAIN.codec())
                                .check((_, _) -> {})
                                .events());
                Map<Variant, List<Sample>> samples = bench.interleaved(List.of(audit, check));
                Result verified = Result.of(name(), audit, "events", samples.getOrDefault(audit, List.of()));
                return List.of(
                        verified.with(Claim.atLeast("events/s", verified.rate(), VERIFIED_PER_SECOND)),
                        Result.of(name(), check, "events", samples.getOrDefault(check, List.of())));
            }
        }
    }

    private List<Result> proofs(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        for (long size : bench.options().sizes()) {
            try (GeneratedLog log = GeneratedLog.searched(bench, EventKind.PLAIN, size)) {
                clearCheckpoints(log);
                long begun = System.nanoTime();
                try (PublishedFixture published = new PublishedFixture(log)) {
                    bench.say("signed after %d ms"
                            .formatted(
                                    Duration.ofNanos(System.nanoTime() - begun).toMillis()));
                    Random random = new Random(bench.options().seed());
                    Timed proving = new Timed("prove an event", size, () -> {
                        var _ = published
                                .published()
                                .prove(1 + random.nextLong(size))
                                .orElseThrow();
                        return 1;
                    });
                    Map<Variant, List<Sample>> samples = bench.interleaved(List.of(proving));
                    Result proved = Result.of(name(), proving, "proofs", samples.getOrDefault(proving, List.of()));
                    results.add(proved.with(Claim.atMost("p99 ms", proved.p99(), PROOF_MILLIS)));
                }
            }
        }
        return results;
    }

    /** What was signed with a key that is gone since; a kept log is signed anew. */
    private static void clearCheckpoints(GeneratedLog log) throws SQLException {
        try (Connection connection = log.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; delete from log.log_checkpoint;"
                    + " set session_replication_role = origin");
        }
    }

    private interface Work {

        /** Does it once and says how many operations that was. */
        long once() throws Exception;
    }

    /** Does its work again until the time is over, once at least. */
    private record Timed(String name, long events, Work work) implements Variant {

        @Override
        public Map<String, String> parameters() {
            return Map.of("events in the log", Long.toString(events));
        }

        @Override
        public Sample run(Duration time) throws Exception {
            Histogram latencies = Sample.histogram();
            long operations = 0;
            long begun = System.nanoTime();
            long now = begun;
            do {
                operations += work.once();
                long after = System.nanoTime();
                latencies.recordValue(after - now);
                now = after;
            } while (now - begun < time.toNanos());
            return new Sample(operations, now - begun, latencies);
        }
    }
}
