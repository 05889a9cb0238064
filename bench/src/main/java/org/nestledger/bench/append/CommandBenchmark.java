package org.nestledger.bench.append;

import java.util.List;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Benchmark;
import org.nestledger.bench.Result;
import org.nestledger.bench.append.Comparison.Crowd;
import org.nestledger.bench.append.Comparison.Judged;

/**
 * Whole commands against plain inserts of the same number of rows: in turns with nothing else, since a ledger that serves
 * does nothing else either.
 */
public final class CommandBenchmark implements Benchmark {

    /** Rounds after which each project was read once and the code is compiled, as in a server that has run for a while. */
    private static final int SERVING = 3;

    @Override
    public String name() {
        return "command";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        Inserts inserts = new Inserts(bench, "command_inserted");
        try (Commands commands = new Commands(bench)) {
            return new Comparison(
                            name(),
                            List.of(inserts.by(1), inserts.by(8), inserts.by(32)),
                            List.of(),
                            List.of(
                                    new Judged(commands.supplies(1), 1, 0, Crowd.ALONE),
                                    new Judged(commands.supplies(8), 0, 0, Crowd.MANY),
                                    new Judged(commands.supplies(64).warmedUpFor(SERVING), 1.5, 0, Crowd.MANY),
                                    new Judged(commands.investments(1), 1, 0, Crowd.ALONE),
                                    new Judged(commands.investments(64).warmedUpFor(SERVING), 1.5, 0, Crowd.MANY)))
                    .run(bench);
        }
    }
}
