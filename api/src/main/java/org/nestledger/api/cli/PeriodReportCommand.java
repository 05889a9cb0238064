package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.catalogue.ReportType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a report of a zone and year, quarter or month. */
@Command
final class PeriodReportCommand implements Callable<Integer> {

    @Mixin
    ReportOptions options = new ReportOptions();

    @Mixin
    PeriodOption period = new PeriodOption();

    @Option(
            names = "--changes",
            description = "Show beside each figure that of the period before and that of the year before, with the"
                    + " differences.")
    boolean changes;

    @Spec
    @Nullable
    CommandSpec spec;

    private final ReportType<?> type;

    PeriodReportCommand(ReportType<?> type) {
        this.type = type;
    }

    @Override
    public Integer call() {
        StatedPeriod stated = period.stated();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        return print(out, stated, type);
    }

    private <R extends Report> int print(PrintWriter out, StatedPeriod stated, ReportType<R> of) {
        if (changes) {
            options.print(
                    out,
                    reports ->
                            reports.withChanges(options.zone, stated, options.asOf, options.knownAt.value, of.maker()));
        } else {
            options.print(
                    out,
                    reports -> reports.ofPeriod(options.zone, stated, options.asOf, options.knownAt.value, of.maker()));
        }
        return 0;
    }
}
