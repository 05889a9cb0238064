package org.nestledger.bench.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Benchmark;
import org.nestledger.bench.Claim;
import org.nestledger.bench.Result;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;

/** Appends under a condition against plain inserts of the same rows, and against a lock for each append. */
public final class AppendBenchmark implements Benchmark {

    private static final double LATENCY_MILLIS = 8;

    /** Rounds after which each project was read once and the code is compiled, as in a server that has run for a while. */
    private static final int SERVING = 3;

    @Override
    public String name() {
        return "append";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        try (Contestants all = new Contestants(bench)) {
            List<Variant> inserts = List.of(all.inserts(1), all.inserts(8), all.inserts(32));
            List<Variant> locking = List.of(all.locking(1), all.locking(32));
            List<Judged> ours = List.of(
                    new Judged(all.engine(1), 1, 0, Crowd.ALONE),
                    new Judged(all.engine(8), 0, 0, Crowd.MANY),
                    new Judged(all.engine(64), 3.5, 20, Crowd.MANY),
                    new Judged(all.engineWithCheckpoints(64), 0, 0, Crowd.MANY),
                    new Judged(all.engine(512), 0, 0, Crowd.CROWD),
                    new Judged(all.engineWithSupplies(64), 3.5, 20, Crowd.MANY),
                    new Judged(all.supplies(1), 1, 0, Crowd.ALONE),
                    new Judged(all.supplies(8), 0, 0, Crowd.MANY),
                    new Judged(all.supplies(64).warmedUpFor(SERVING), 1.5, 0, Crowd.MANY),
                    new Judged(all.investments(1), 1, 0, Crowd.ALONE),
                    new Judged(all.investments(64).warmedUpFor(SERVING), 1.5, 0, Crowd.MANY));
            List<Variant> variants = new ArrayList<>(inserts);
            variants.addAll(locking);
            ours.forEach(each -> variants.add(each.variant));
            return judged(inserts, locking, ours, bench.interleaved(variants));
        }
    }

    private enum Crowd {
        ALONE,
        MANY,
        CROWD
    }

    /**
     * A variant and what is asked of it.
     *
     * @param ofInserts least ratio to plain inserts, by one connection for one caller; 0 when none is asked
     * @param ofLocking least ratio to a lock for each append
     */
    private record Judged(Variant variant, double ofInserts, double ofLocking, Crowd crowd) {}

    private List<Result> judged(
            List<Variant> inserts, List<Variant> locking, List<Judged> ours, Map<Variant, List<Sample>> samples) {
        List<Result> plain = inserts.stream().map(each -> result(each, samples)).toList();
        List<Result> locked =
                locking.stream().map(each -> result(each, samples)).toList();
        double single = plain.getFirst().rate();
        double best = best(plain);
        List<Result> results = new ArrayList<>(plain);
        results.addAll(locked);
        for (Judged each : ours) {
            Result result = result(each.variant, samples);
            results.add(
                    switch (each.crowd) {
                        case ALONE ->
                            result.with(ratio("÷ 1 inserting connection", result.rate() / single, each.ofInserts));
                        case MANY ->
                            result.with(ratio("÷ plain inserts at best", result.rate() / best, each.ofInserts))
                                    .with(ratio("÷ lock per append", result.rate() / best(locked), each.ofLocking))
                                    .with(Claim.atMost("p99 ms", result.p99(), LATENCY_MILLIS));
                        case CROWD -> result.with(Claim.informing("÷ plain inserts at best", result.rate() / best));
                    });
        }
        return results;
    }

    private static double best(List<Result> results) {
        return results.stream().mapToDouble(Result::rate).max().orElseThrow();
    }

    private static Claim ratio(String what, double value, double goal) {
        return goal == 0 ? Claim.informing(what, value) : Claim.atLeast(what, value, goal);
    }

    private Result result(Variant variant, Map<Variant, List<Sample>> samples) {
        return Result.of(name(), variant, "appends", Objects.requireNonNull(samples.get(variant)));
    }
}
