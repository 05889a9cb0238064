package org.nestledger.api.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportTypes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger report}, with a command for each report. */
@Command(name = "report", description = "Print a report.", synopsisSubcommandLabel = "REPORT")
final class ReportCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    private ReportCommand() {}

    /** The command with all reports but the reconciliation, which is a command of its own with its own exit status. */
    static CommandLine create() {
        CommandLine report = new CommandLine(new ReportCommand());
        for (ReportType<?> type : ReportTypes.all()) {
            if (type.span() != ReportType.Span.YEAR) {
                report.addSubcommand(type.name(), command(type));
            }
        }
        report.addSubcommand("diff", new DiffCommand());
        return report;
    }

    private static CommandLine command(ReportType<?> type) {
        Object command = switch (type.span()) {
            case PERIOD, YEAR -> new PeriodReportCommand(type);
            case DAY -> new DayReportCommand(type);
        };
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().description("Print this: " + type.description());
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "The report is missing.");
    }
}
