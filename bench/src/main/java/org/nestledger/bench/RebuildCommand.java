package org.nestledger.bench;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.bench.rebuild.FreshnessBenchmark;
import org.nestledger.bench.rebuild.KnownThenBenchmark;
import org.nestledger.bench.rebuild.RebuildBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger bench rebuild}. */
@Command(
        name = "rebuild",
        description = "Measure how fast read models are built, follow and answer; bench/README.md says how and why.",
        defaultValueProvider = RebuildCommand.Sizes.class)
final class RebuildCommand implements Callable<Integer> {

    private static final Benchmarks ALL =
            new Benchmarks(List.of(new RebuildBenchmark(), new FreshnessBenchmark(), new KnownThenBenchmark()));

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

    /** A log of less says little of a rebuild. */
    static final class Sizes implements IDefaultValueProvider {

        @Override
        public @Nullable String defaultValue(ArgSpec option) {
            return option instanceof OptionSpec named && named.longestName().equals("--sizes") ? "1m,5m" : null;
        }
    }
}
