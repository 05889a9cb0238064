package org.nestledger.bench.rebuild;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;

/** Annual reports of random zones, years and days, as known at random positions of a large log. */
public final class KnownThenBenchmark implements Benchmark {

    private static final double GOAL_MILLIS = 100;

    @Override
    public String name() {
        return "known-then";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        for (long events : bench.options().sizes()) {
            try (FilledBooks books = new FilledBooks(bench, events)) {
                books.fill();
                results.addAll(results(bench, books));
            }
        }
        return results;
    }

    private List<Result> results(Bench bench, FilledBooks books) throws Exception {
        LedgerQueries queries = books.queries();
        Asked zone = new Asked(
                books, queries, "z", books.zones(), new Random(bench.options().seed()));
        Asked city = new Asked(
                books,
                queries,
                "c",
                Math.max(1, books.zones() / 100),
                new Random(bench.options().seed()));
        Map<Variant, List<Sample>> samples = bench.interleaved(List.of(zone, city));
        Result ofZone = Result.of(name(), zone, "reports", samples.getOrDefault(zone, List.of()));
        Result ofCity = Result.of(name(), city, "reports", samples.getOrDefault(city, List.of()));
        return List.of(
                ofZone.with(Claim.atMost("p99 ms", ofZone.p99(), GOAL_MILLIS)),
                ofCity.with(Claim.informing("p99 ms", ofCity.p99())));
    }

    private record Asked(FilledBooks books, LedgerQueries queries, String prefix, long zones, Random random)
            implements Variant {

        private static final int FIRST_YEAR = 2002;
        private static final int DAYS = 365;

        @Override
        public String name() {
            return "annual report of a " + (prefix.equals("z") ? "zone" : "city");
        }

        @Override
        public Map<String, String> parameters() {
            Map<String, String> parameters = new HashMap<>(books.parameters());
            parameters.put("of", prefix);
            return parameters;
        }

        @Override
        public Sample run(Duration time) {
            Histogram latencies = Sample.histogram();
            long begun = System.nanoTime();
            long asked = 0;
            while (System.nanoTime() - begun < time.toNanos() || asked == 0) {
                long one = System.nanoTime();
                ask();
                latencies.recordValue(System.nanoTime() - one);
                asked++;
            }
            return new Sample(asked, System.nanoTime() - begun, latencies);
        }

        /** The later half of the log, in which every zone is known. */
        private void ask() {
            long head = books.log().head();
            long position = head / 2 + random.nextLong(head / 2);
            LocalDate recorded = books.log()
                    .at(position)
                    .orElseThrow()
                    .recordedAt()
                    .atOffset(java.time.ZoneOffset.UTC)
                    .toLocalDate();
            int year = FIRST_YEAR + random.nextInt(recorded.getYear() - FIRST_YEAR + 1);
            LocalDate asOf = LocalDate.ofYearDay(year, 1 + random.nextInt(DAYS));
            String zone = prefix + random.nextLong(zones);
            Answer<AnnualReport> answer = queries.reports().annual(zone, year, asOf, KnownAt.position(position));
            if (!(answer instanceof Answer.Found<AnnualReport>)) {
                throw new IllegalStateException(zone + ": " + answer);
            }
        }
    }
}
