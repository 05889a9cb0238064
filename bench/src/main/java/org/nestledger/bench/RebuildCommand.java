package org.nestledger.bench;

import org.jspecify.annotations.Nullable;
import org.nestledger.bench.rebuild.FreshnessBenchmark;
import org.nestledger.bench.rebuild.KnownThenBenchmark;
import org.nestledger.bench.rebuild.RebuildBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ledger bench rebuild}. */
@Command(
        name = "rebuild",
        description = "Measure how fast read models are built, follow and answer; bench/README.md says how and why.",
        defaultValueProvider = RebuildCommand.Sizes.class)
final class RebuildCommand extends BenchmarkCommand {

    RebuildCommand() {
        super(new RebuildBenchmark(), new FreshnessBenchmark(), new KnownThenBenchmark());
    }

    /** A log of less says little of a rebuild. */
    static final class Sizes implements IDefaultValueProvider {

        @Override
        public @Nullable String defaultValue(ArgSpec option) {
            return option instanceof OptionSpec named && named.longestName().equals("--sizes") ? "1m,5m" : null;
        }
    }
}
