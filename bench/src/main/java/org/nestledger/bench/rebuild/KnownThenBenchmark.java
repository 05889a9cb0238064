package org.nestledger.bench.rebuild;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.catalogue.ReportTypes;

/** Every report of random zones, years and days, as known at random positions of a large log. */
public final class KnownThenBenchmark implements Benchmark {

    private static final double GOAL_MILLIS = 100;
    private static final int ZONES_OF_A_CITY = 100;

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
        List<Asked> asked = new ArrayList<>();
        asked.add(new Asked(books, queries, ReportTypes.ANNUAL, "c", books.zones() / ZONES_OF_A_CITY, random(bench)));
        ReportTypes.all()
                .forEach(type -> asked.add(new Asked(books, queries, type, "z", books.zones(), random(bench))));
        Map<Variant, List<Sample>> samples = bench.interleaved(asked);
        return asked.stream()
                .map(each -> result(each, samples.getOrDefault(each, List.of())))
                .toList();
    }

    private static Random random(Bench bench) {
        return new Random(bench.options().seed());
    }

    private Result result(Asked asked, List<Sample> samples) {
        Result result = Result.of(name(), asked, "reports", samples);
        return result.with(
                asked.isOfZone()
                        ? Claim.atMost("p99 ms", result.p99(), GOAL_MILLIS)
                        : Claim.informing("p99 ms", result.p99()));
    }

    private record Asked(
            FilledBooks books, LedgerQueries queries, ReportType<?> type, String prefix, long zones, Random random)
            implements Variant {

        private static final int FIRST_YEAR = 2002;
        private static final int DAYS = 365;

        @Override
        public String name() {
            return "report " + type.name() + " of a " + (isOfZone() ? "zone" : "city");
        }

        boolean isOfZone() {
            return prefix.equals("z");
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
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate();
            int year = FIRST_YEAR + random.nextInt(recorded.getYear() - FIRST_YEAR + 1);
            LocalDate asOf = LocalDate.ofYearDay(year, 1 + random.nextInt(DAYS));
            String zone = prefix + random.nextLong(Math.max(1, zones));
            Answer<?> answer = ask(type, zone, ReportPeriod.year(year), asOf, KnownAt.position(position));
            if (!(answer instanceof Answer.Found<?>)) {
                throw new IllegalStateException(zone + ": " + answer);
            }
        }

        private <R extends Report> Answer<R> ask(
                ReportType<R> of, String zone, StatedPeriod year, LocalDate asOf, KnownAt knownAt) {
            return of.span() == Span.DAY
                    ? queries.reports().ofDay(zone, asOf, knownAt, of.maker())
                    : queries.reports().ofPeriod(zone, year, asOf, knownAt, of.maker());
        }
    }
}
