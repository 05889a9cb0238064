package org.nestledger.bench;

import org.nestledger.bench.web.ReadingBenchmark;
import org.nestledger.bench.web.SteadyBenchmark;
import picocli.CommandLine.Command;

/** {@code ledger bench api}. */
@Command(
        name = "api",
        description = "Measure what reading over HTTP costs, against an empty controller; bench/README.md says how.")
final class ApiCommand extends BenchmarkCommand {

    ApiCommand() {
        super(new ReadingBenchmark(), new SteadyBenchmark());
    }
}
