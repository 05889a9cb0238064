package org.nestledger.bench.rebuild;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Benchmark;
import org.nestledger.bench.Claim;
import org.nestledger.bench.Result;
import org.nestledger.bench.Sample;
import org.nestledger.query.projection.Rebuild.Mode;
import org.nestledger.query.projection.Rebuild.Phase;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** How long it takes to build all read models from the log. */
public final class RebuildBenchmark implements Benchmark {

    private static final String COPY = "copy log.event to stdout (format binary)";
    private static final double COPY_GOAL = 6;
    private static final double FRAMEWORK_GOAL = 10;
    private static final long FRAMEWORK_WARM_UP = 2_000;
    private static final long FRAMEWORK_EVENTS = 20_000;
    private static final double PERCENT = 100;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        for (long events : bench.options().sizes()) {
            try (FilledBooks books = new FilledBooks(bench, events)) {
                results.addAll(results(bench, books));
            }
        }
        return results;
    }

    private List<Result> results(Bench bench, FilledBooks books) throws Exception {
        int rounds = bench.options().rounds();
        Sample _ = copy(books);
        Result copied = measure(bench, "COPY the log to the client", books, rounds, () -> copy(books));
        Result framework = measure(bench, "framework's processor", books, 1, () -> {
            books.empty();
            long upTo = Math.min(books.log().head(), FRAMEWORK_EVENTS);
            return new FrameworkProcessor(books.dataSource(), books.log(), FRAMEWORK_WARM_UP, upTo).run();
        });
        Map<String, Long> spent = new LinkedHashMap<>();
        Result rebuilt = measure(bench, "rebuild of nothing", books, rounds, () -> {
            books.empty();
            return rebuild(bench, books, spent);
        });
        Result compared =
                measure(bench, "rebuild, compared", books, 1, () -> rebuild(bench, books, new LinkedHashMap<>()));
        Result judged = rebuilt.with(Claim.atMost("time ÷ COPY", copied.rate() / rebuilt.rate(), COPY_GOAL))
                .with(Claim.atLeast("rate ÷ framework", rebuilt.rate() / framework.rate(), FRAMEWORK_GOAL));
        long whole = spent.values().stream().mapToLong(Long::longValue).sum();
        for (Map.Entry<String, Long> part : spent.entrySet()) {
            judged = judged.with(Claim.informing("% " + part.getKey(), PERCENT * part.getValue() / whole));
        }
        return List.of(
                copied,
                framework,
                judged,
                compared.with(Claim.informing("time ÷ COPY", copied.rate() / compared.rate())));
    }

    private Result measure(Bench bench, String variant, FilledBooks books, int rounds, Whole.Work work)
            throws Exception {
        return new Whole(variant, books.parameters(), work).measured(bench, name(), rounds);
    }

    private static Sample copy(FilledBooks books) throws Exception {
        long begun = System.nanoTime();
        try (Connection connection = books.dataSource().getConnection()) {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY);
            long rows = -2; // with the header and the end
            while (copy.readFromCopy() != null) {
                rows++;
            }
            return Sample.ofWhole(Math.max(rows, copy.getHandledRowCount()), System.nanoTime() - begun);
        }
    }

    private static Sample rebuild(Bench bench, FilledBooks books, Map<String, Long> spent) throws Exception {
        RebuildProcess.Took took = RebuildProcess.run(bench.server().url(books.name()), Mode.SWAP_WHEN_SAME);
        long before = 0;
        for (Map.Entry<Phase, Long> phase : took.phases().entrySet()) {
            spent.merge(phase.getKey().name().toLowerCase(java.util.Locale.ROOT), phase.getValue() - before, Long::sum);
            before = phase.getValue();
        }
        spent.merge("rest", took.nanos() - before, Long::sum);
        return Sample.ofWhole(books.log().head(), took.nanos());
    }
}
