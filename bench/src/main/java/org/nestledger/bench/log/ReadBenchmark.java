package org.nestledger.bench.log;

import java.sql.Connection;
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
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.RecordedEvent;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** How long it takes to read a whole log, decoded, against what the server and its driver take to send the same rows. */
public final class ReadBenchmark implements Benchmark {

    private static final double GOAL = 4;
    private static final int PAGE = 1_000;
    private static final String COPY =
            "copy (select position, recorded_at, type, record from log.event order by position) to stdout (format binary)";

    @Override
    public String name() {
        return "read";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        for (EventKind kind : List.of(EventKind.PLAIN, EventKind.LAND_SUPPLIED)) {
            try (GeneratedLog log =
                            GeneratedLog.searched(bench, kind, bench.options().events());
                    PostgresEventLog open = log.open()) {
                results.addAll(results(bench, kind, log, open));
            }
        }
        return results;
    }

    private List<Result> results(Bench bench, EventKind kind, GeneratedLog log, EventLog open) throws Exception {
        Whole copy = new Whole("COPY to the client", kind, log.events(), () -> copy(log));
        Whole scan = new Whole("scan, decoded", kind, log.events(), () -> open.scan(0, _ -> {}));
        Whole pages = new Whole("pages of " + PAGE + ", decoded", kind, log.events(), () -> pages(open));
        Map<Variant, List<Sample>> samples = bench.interleaved(List.of(copy, scan, pages));
        Result baseline = result(copy, samples);
        Result scanned = result(scan, samples);
        Result paged = result(pages, samples);
        return List.of(
                baseline,
                scanned.with(Claim.atMost("time ÷ COPY", baseline.rate() / scanned.rate(), GOAL)),
                paged.with(Claim.informing("time ÷ COPY", baseline.rate() / paged.rate())));
    }

    private Result result(Whole variant, Map<Variant, List<Sample>> samples) {
        return Result.of(name(), variant, "events", samples.getOrDefault(variant, List.of()));
    }

    private static long copy(GeneratedLog log) throws Exception {
        try (Connection connection = log.dataSource().getConnection()) {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY);
            long rows = -2; // with the header and the end
            while (copy.readFromCopy() != null) {
                rows++;
            }
            return Math.max(rows, copy.getHandledRowCount());
        }
    }

    private static long pages(EventLog log) {
        long read = 0;
        for (List<RecordedEvent> page = log.read(0, PAGE); !page.isEmpty(); page = log.read(read, PAGE)) {
            read = page.getLast().position();
        }
        return read;
    }

    private interface Reading {

        /** Reads all and says how many events it were. */
        long read() throws Exception;
    }

    /** Reads everything once in each round, however long it takes. */
    private record Whole(String name, EventKind kind, long events, Reading reading) implements Variant {

        @Override
        public Map<String, String> parameters() {
            return Map.of("events", kind == EventKind.PLAIN ? "plain" : "LandSupplied");
        }

        @Override
        public Sample run(Duration time) throws Exception {
            long begun = System.nanoTime();
            long read = reading.read();
            long nanos = System.nanoTime() - begun;
            if (read != events) {
                throw new IllegalStateException(name + " read " + read + " events, not " + events);
            }
            return Sample.ofWhole(read, nanos);
        }
    }
}
