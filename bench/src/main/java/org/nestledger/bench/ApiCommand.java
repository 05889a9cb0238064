package org.nestledger.bench;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.bench.web.ReadingBenchmark;
import org.nestledger.bench.web.SteadyBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger bench api}. */
@Command(
        name = "api",
        description = "Measure what reading over HTTP costs, against an empty controller; bench/README.md says how.")
final class ApiCommand implements Callable<Integer> {

    private static final Benchmarks ALL = new Benchmarks(List.of(new ReadingBenchmark(), new SteadyBenchmark()));

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "The benchmarks to run, instead of all.")
    List<String> only = List.of();

    @Mixin
    BenchOptions options = new BenchOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return ALL.run(only, options, Objects.requireNonNull(spec).commandLine());
    }
}
