package org.nestledger.bench.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Result;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;

/** Something that is done from beginning to end in each round, however long it takes. */
record Whole(String name, Map<String, String> parameters, Work work) implements Variant {

    /** Does it and says how many events it were, and how many nanoseconds it took. */
    interface Work {
        Sample run() throws Exception;
    }

    @Override
    public Sample run(Duration time) throws Exception {
        return work.run();
    }

    /** The result of so many rounds. */
    Result measured(Bench bench, String benchmark, int rounds) throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            System.gc(); // what was left behind before is not this one's cost
            Sample sample = work.run();
            samples.add(sample);
            bench.say("round %d of %d: %s %s: %d events in %d ms"
                    .formatted(
                            round,
                            rounds,
                            name,
                            parameters,
                            sample.operations(),
                            Duration.ofNanos(sample.nanos()).toMillis()));
        }
        return Result.of(benchmark, this, "events", samples);
    }
}
