package org.nestledger.api.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger report}. */
@Command(
        name = "report",
        description = "Print a report.",
        subcommands = AnnualReportCommand.class,
        synopsisSubcommandLabel = "REPORT")
final class ReportCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "The report is missing.");
    }
}
