package org.nestledger.bench.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Benchmark;
import org.nestledger.bench.Claim;
import org.nestledger.bench.Result;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;

/** How long an answer takes when requests come at a steady pace, whether or not those before are answered. */
public final class SteadyBenchmark implements Benchmark {

    private static final int PER_SECOND = 100;
    private static final double MILLIS = 10;

    @Override
    public String name() {
        return "steady";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        try (DemoServer demo = DemoServer.start(bench);
                HttpCaller look = new HttpCaller(demo.port(), "/")) {
            Variant changing = new Paced(
                    "annual report, a write each second", PER_SECOND, demo.port(), demo.annual(), demo::write);
            List<Variant> variants = List.of(
                    new Paced("zone", PER_SECOND, demo.port(), demo.zone()),
                    new Paced("project", PER_SECOND, demo.port(), demo.project(look)),
                    new Paced("annual report", PER_SECOND, demo.port(), demo.annual()),
                    changing);
            List<Result> results = new ArrayList<>();
            for (Map.Entry<Variant, List<Sample>> measured :
                    bench.interleaved(variants).entrySet()) {
                Result result = Result.of(name(), measured.getKey(), "requests", measured.getValue());
                results.add(result.with(
                        measured.getKey().equals(changing)
                                ? Claim.informing("p99 ms", result.p99())
                                : Claim.atMost("p99 ms", result.p99(), MILLIS)));
            }
            return results;
        }
    }
}
