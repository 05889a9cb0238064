package org.nestledger.bench;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.bench.append.AppendBenchmark;
import org.nestledger.bench.append.CommandBenchmark;
import org.nestledger.bench.append.GrownLogBenchmark;
import org.nestledger.bench.log.ReadBenchmark;
import org.nestledger.bench.log.SourceBenchmark;
import org.nestledger.bench.log.TreeBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger bench log}. */
@Command(
        name = "log",
        description = "Measure the event log against what PostgreSQL does at best; bench/README.md says how and why.")
final class LogCommand implements Callable<Integer> {

    private static final Benchmarks ALL = new Benchmarks(List.of(
            new AppendBenchmark(),
            new CommandBenchmark(),
            new SourceBenchmark(),
            new ReadBenchmark(),
            new TreeBenchmark(),
            new GrownLogBenchmark()));

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
