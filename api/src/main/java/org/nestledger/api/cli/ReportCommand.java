package org.nestledger.api.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.Annual;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.capital.Capital;
import org.nestledger.query.report.capital.CapitalReport;
import org.nestledger.query.report.services.Services;
import org.nestledger.query.report.services.ServicesReport;
import org.nestledger.query.report.stages.Stages;
import org.nestledger.query.report.stages.StagesReport;
import org.nestledger.query.report.starts.LateStarts;
import org.nestledger.query.report.starts.LateStartsReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger report}, with a command for each report. */
@Command(
        name = "report",
        description = "Print a report.",
        subcommands = {
            ReportCommand.AnnualCommand.class,
            ReportCommand.CapitalCommand.class,
            ReportCommand.StagesCommand.class,
            ReportCommand.LateStartsCommand.class,
            ReportCommand.ServicesCommand.class
        },
        synopsisSubcommandLabel = "REPORT")
final class ReportCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "The report is missing.");
    }

    @Command(name = "annual", description = "Print a zone's year, rolled up over its descendants.")
    static final class AnnualCommand extends YearReportCommand<AnnualReport> {
        AnnualCommand() {
            super(Annual::report);
        }
    }

    @Command(
            name = "capital",
            description = "Print the land bank's money in a year: sources, costs, prices, payments, what came back, and"
                    + " unpaid instalments that are due.")
    static final class CapitalCommand extends YearReportCommand<CapitalReport> {
        CapitalCommand() {
            super(Capital::report);
        }
    }

    @Command(
            name = "stages",
            description =
                    "Print where the projects stand on a day, and what their supplies agreed against what was done.")
    static final class StagesCommand extends DayReportCommand<StagesReport> {
        StagesCommand() {
            super(Stages::report);
        }
    }

    @Command(
            name = "late-starts",
            description = "Print the supplies whose projects have not started though the agreed day has passed: LATE,"
                    + " IDLE from day 366, RECOVERABLE from two years, or START_NOT_REPORTED.")
    static final class LateStartsCommand extends DayReportCommand<LateStartsReport> {
        LateStartsCommand() {
            super(LateStarts::report);
        }
    }

    @Command(name = "services", description = "Print the service plans on a day: agreed, delivered, open and late.")
    static final class ServicesCommand extends DayReportCommand<ServicesReport> {
        ServicesCommand() {
            super(Services::report);
        }
    }
}
