package org.nestledger.bench.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Claim;
import org.nestledger.bench.Result;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;

/** Variants of ours, measured in turns with plain inserts and, for some, with a lock for each append. */
final class Comparison {

    private static final double LATENCY_MILLIS = 8;

    private final String benchmark;
    private final List<? extends Variant> inserts;
    private final List<? extends Variant> locking;
    private final List<Judged> ours;

    /**
     * @param inserts plain inserts, the first by one connection
     * @param locking a lock for each append; may be empty
     */
    Comparison(String benchmark, List<? extends Variant> inserts, List<? extends Variant> locking, List<Judged> ours) {
        this.benchmark = benchmark;
        this.inserts = List.copyOf(inserts);
        this.locking = List.copyOf(locking);
        this.ours = List.copyOf(ours);
    }

    enum Crowd {
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
    record Judged(Variant variant, double ofInserts, double ofLocking, Crowd crowd) {}

    List<Result> run(Bench bench) throws Exception {
        List<Variant> variants = new ArrayList<>(inserts);
        variants.addAll(locking);
        ours.forEach(each -> variants.add(each.variant));
        return judged(bench.interleaved(variants));
    }

    private List<Result> judged(Map<Variant, List<Sample>> samples) {
        List<Result> results = new ArrayList<>();
        inserts.forEach(each -> results.add(result(each, samples)));
        double single = results.getFirst().rate();
        double best = best(results);
        List<Result> locked =
                locking.stream().map(each -> result(each, samples)).toList();
        results.addAll(locked);
        for (Judged each : ours) {
            results.add(judged(each, result(each.variant, samples), single, best, locked));
        }
        return results;
    }

    private static Result judged(Judged asked, Result result, double single, double best, List<Result> locked) {
        return switch (asked.crowd) {
            case ALONE -> result.with(ratio("÷ 1 inserting connection", result.rate() / single, asked.ofInserts));
            case CROWD -> result.with(Claim.informing("÷ plain inserts at best", result.rate() / best));
            case MANY -> {
                Result compared = result.with(ratio("÷ plain inserts at best", result.rate() / best, asked.ofInserts));
                yield (locked.isEmpty()
                                ? compared
                                : compared.with(
                                        ratio("÷ lock per append", result.rate() / best(locked), asked.ofLocking)))
                        .with(Claim.atMost("p99 ms", result.p99(), LATENCY_MILLIS));
            }
        };
    }

    private static double best(List<Result> results) {
        return results.stream().mapToDouble(Result::rate).max().orElseThrow();
    }

    private static Claim ratio(String what, double value, double goal) {
        return goal == 0 ? Claim.informing(what, value) : Claim.atLeast(what, value, goal);
    }

    private Result result(Variant variant, Map<Variant, List<Sample>> samples) {
        return Result.of(benchmark, variant, "appends", Objects.requireNonNull(samples.get(variant)));
    }
}
