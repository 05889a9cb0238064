package org.nestledger.bench.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Benchmark;
import org.nestledger.bench.Claim;
import org.nestledger.bench.Result;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;

/** How soon after it was handed over for appending an event is in the read models, at a thousand events a second. */
public final class FreshnessBenchmark implements Benchmark {

    private static final int PER_SECOND = 1_000;
    private static final double GOAL_MILLIS = 50;

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        for (long events : bench.options().sizes()) {
            try (FilledBooks books = new FilledBooks(bench, events)) {
                books.fill();
                results.add(result(bench, books));
            }
        }
        return results;
    }

    private Result result(Bench bench, FilledBooks books) throws Exception {
        try (Followed followed = new Followed(books)) {
            Variant variant = new Fresh(books.parameters(), followed);
            List<Sample> samples = bench.interleaved(List.of(variant)).getOrDefault(variant, List.of());
            Result result = Result.of(name(), variant, "events", samples);
            return result.with(Claim.atMost("p99 ms", result.p99(), GOAL_MILLIS));
        }
    }

    private record Fresh(Map<String, String> parameters, Followed followed) implements Variant {

        @Override
        public String name() {
            return "append to visible, 1000/s";
        }

        @Override
        public Sample run(Duration time) throws Exception {
            return followed.append(PER_SECOND, time);
        }
    }
}
