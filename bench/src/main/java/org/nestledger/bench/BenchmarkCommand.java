package org.nestledger.bench;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that runs benchmarks, all of them or some. */
abstract class BenchmarkCommand implements Callable<Integer> {

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "The benchmarks to run, instead of all.")
    List<String> only = List.of();

    @Mixin
    BenchOptions options = new BenchOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    private final Benchmarks all;

    BenchmarkCommand(Benchmark... all) {
        this.all = new Benchmarks(List.of(all));
    }

    @Override
    public Integer call() throws Exception {
        return all.run(only, options, Objects.requireNonNull(spec).commandLine());
    }
}
