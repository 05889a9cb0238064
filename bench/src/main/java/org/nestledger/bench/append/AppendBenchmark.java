package org.nestledger.bench.append;

import java.util.List;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Benchmark;
import org.nestledger.bench.Result;
import org.nestledger.bench.append.Comparison.Crowd;
import org.nestledger.bench.append.Comparison.Judged;

/** Appends under a condition against plain inserts of the same rows, and against a lock for each append. */
public final class AppendBenchmark implements Benchmark {

    @Override
    public String name() {
        return "append";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        try (Contestants all = new Contestants(bench)) {
            return new Comparison(
                            name(),
                            List.of(all.inserts(1), all.inserts(8), all.inserts(32)),
                            List.of(all.locking(1), all.locking(32)),
                            List.of(
                                    new Judged(all.engine(1), 1, 0, Crowd.ALONE),
                                    new Judged(all.engine(8), 0, 0, Crowd.MANY),
                                    new Judged(all.engine(64), 3.5, 20, Crowd.MANY),
                                    new Judged(all.engineWithCheckpoints(64), 0, 0, Crowd.MANY),
                                    new Judged(all.engine(512), 0, 0, Crowd.CROWD),
                                    new Judged(all.engineWithSupplies(64), 3.5, 20, Crowd.MANY)))
                    .run(bench);
        }
    }
}
