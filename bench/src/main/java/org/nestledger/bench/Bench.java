package org.nestledger.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a benchmark works with: the options, the server, and a way to say how far it is. */
public final class Bench {

    private final BenchOptions options;
    private final BenchServer server;
    private final PrintWriter err;

    Bench(BenchOptions options, BenchServer server, PrintWriter err) {
        this.options = options;
        this.server = server;
        this.err = err;
    }

    public BenchOptions options() {
        return options;
    }

    public BenchServer server() {
        return server;
    }

    /** Says what happens now, on the error stream. */
    public void say(String what) {
        err.println(what);
    }

    /**
     * Measures all variants round by round, so that what disturbs the machine for a while disturbs all of them alike; a
     * round before warms them up.
     */
    public Map<Variant, List<Sample>> interleaved(List<? extends Variant> variants) throws Exception {
        Map<Variant, List<Sample>> samples = new LinkedHashMap<>();
        for (Variant variant : variants) {
            say("warming up: " + variant.name() + " " + Text.of(variant.parameters()));
            variant.run(variant.warmUp(options.time()));
            samples.put(variant, new ArrayList<>());
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (Map.Entry<Variant, List<Sample>> variant : samples.entrySet()) {
                Sample sample = measured(variant.getKey(), options.time());
                variant.getValue().add(sample);
                say("round %d of %d: %s %s: %d in %d ms"
                        .formatted(
                                round,
                                options.rounds(),
                                variant.getKey().name(),
                                Text.of(variant.getKey().parameters()),
                                sample.operations(),
                                Duration.ofNanos(sample.nanos()).toMillis()));
            }
        }
        return samples;
    }

    private static Sample measured(Variant variant, Duration time) throws Exception {
        System.gc(); // what one variant left behind is not another's cost
        return variant.run(time);
    }
}
