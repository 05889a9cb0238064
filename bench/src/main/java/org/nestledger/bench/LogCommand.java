package org.nestledger.bench;

import org.nestledger.bench.append.AppendBenchmark;
import org.nestledger.bench.append.CommandBenchmark;
import org.nestledger.bench.append.GrownLogBenchmark;
import org.nestledger.bench.log.ReadBenchmark;
import org.nestledger.bench.log.SourceBenchmark;
import org.nestledger.bench.log.TreeBenchmark;
import picocli.CommandLine.Command;

/** {@code ledger bench log}. */
@Command(
        name = "log",
        description = "Measure the event log against what PostgreSQL does at best; bench/README.md says how and why.")
final class LogCommand extends BenchmarkCommand {

    LogCommand() {
        super(
                new AppendBenchmark(),
                new CommandBenchmark(),
                new SourceBenchmark(),
                new ReadBenchmark(),
                new TreeBenchmark(),
                new GrownLogBenchmark());
    }
}
