package org.nestledger.bench.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Benchmark;
import org.nestledger.bench.Callers;
import org.nestledger.bench.Claim;
import org.nestledger.bench.Result;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;

/** As many requests as a few callers can send one after the other, of current state, against an empty controller. */
public final class ReadingBenchmark implements Benchmark {

    private static final int CALLERS = 8;
    private static final double HALF = 0.5;
    private static final String RATIO = "rate ÷ empty controller";

    @Override
    public String name() {
        return "read";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        try (DemoServer demo = DemoServer.start(bench);
                EmptyServer empty = EmptyServer.start();
                HttpCaller look = new HttpCaller(demo.port(), "/")) {
            Variant baseline = callers("empty controller", empty.port(), EmptyServer.PATH, false, null);
            List<Variant> judged = List.of(
                    callers("zone", demo.port(), demo.zone(), false, null),
                    callers("project", demo.port(), demo.project(look), false, null),
                    callers("annual report", demo.port(), demo.annual(), false, null));
            List<Variant> others = List.of(
                    callers("zone, gzip", demo.port(), demo.zone(), true, null),
                    callers("annual report, gzip", demo.port(), demo.annual(), true, null),
                    callers("annual report, known", demo.port(), demo.annual(), false, look.tag(demo.annual())),
                    callers("key of the log", demo.port(), "/log/vkey", false, null));
            List<Variant> all = new ArrayList<>(List.of(baseline));
            all.addAll(judged);
            all.addAll(others);
            return results(baseline, judged, bench.interleaved(all));
        }
    }

    private static Variant callers(String name, int port, String path, boolean gzip, @Nullable String tag) {
        return new Callers(
                name,
                "callers",
                CALLERS,
                Thread.ofPlatform().name("caller-", 0).factory(),
                _ -> new HttpCaller(port, path, gzip, tag));
    }

    private List<Result> results(Variant baseline, List<Variant> judged, Map<Variant, List<Sample>> measured) {
        List<Result> results = new ArrayList<>();
        Result empty = Result.of(name(), baseline, "requests", Objects.requireNonNull(measured.get(baseline)));
        measured.forEach((variant, samples) -> {
            Result result = Result.of(name(), variant, "requests", samples);
            double ratio = result.rate() / empty.rate();
            if (judged.contains(variant)) {
                results.add(result.with(Claim.atLeast(RATIO, ratio, HALF)));
            } else if (variant.equals(baseline)) {
                results.add(result);
            } else {
                results.add(result.with(Claim.informing(RATIO, ratio)));
            }
        });
        return results;
    }
}
