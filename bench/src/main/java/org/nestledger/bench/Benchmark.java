package org.nestledger.bench;

import java.util.List;

/** One benchmark: what it compares, it measures in one run on one server. */
public interface Benchmark {

    /** As it is called in {@code --only} and in the results. */
    String name();

    /** Measures; the results come in the order in which they are to be read. */
    List<Result> run(Bench bench) throws Exception;
}
