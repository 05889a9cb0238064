package org.nestledger.api.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.explain.TableExplanations;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger explain}, with a command for each report whose figures explain themselves. */
@Command(
        name = "explain",
        description = "Print what a figure of a report is made of, down to the events in the log.",
        synopsisSubcommandLabel = "REPORT")
final class ExplainCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    private ExplainCommand() {}

    static CommandLine create() {
        CommandLine explain = new CommandLine(new ExplainCommand());
        explain.addSubcommand(ReportTypes.ANNUAL.name(), new ExplainAnnualCommand());
        for (ReportType<?> type : ReportTypes.all()) {
            if (TableExplanations.ofReports().contains(type.name()) && !type.equals(ReportTypes.ANNUAL)) {
                CommandLine ofType = new CommandLine(
                        type.span() == Span.DAY ? new ExplainDayCommand(type) : new ExplainTableCommand(type));
                ofType.getCommandSpec()
                        .usageMessage()
                        .description("Print what a figure of this report is made of: " + type.description());
                explain.addSubcommand(type.name(), ofType);
            }
        }
        return explain;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "The report is missing.");
    }
}
