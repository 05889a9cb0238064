package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.output.ReportFormat;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Reports;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every report is asked with, and how it is printed. */
final class ReportOptions {

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--zone", paramLabel = "ID", required = true, description = "The zone, with all within it.")
    String zone = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Converters.Date.class,
            description = "The last business day that counts. When not given: the end of the period, or for a report"
                    + " without one the zone's day of the last record that counts.")
    @Nullable
    LocalDate asOf;

    @Mixin
    KnownAtOption knownAt = new KnownAtOption();

    @Mixin
    AreaUnitOption areas = new AreaUnitOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
    ReportFormat format = ReportFormat.table;

    /** Brings the read models to the head, asks and prints; gives the report back. */
    <R extends Report> R print(PrintWriter out, Function<Reports, Answer<R>> question) {
        try (LedgerRuntime runtime = data.openCaughtUp()) {
            return print(runtime, format, areas.shown(), out, question);
        }
    }

    /** Prints a report from read models that are as far as they have to be. */
    static <R extends Report> R print(
            LedgerRuntime runtime,
            ReportFormat format,
            ShownAreas areas,
            PrintWriter out,
            Function<Reports, Answer<R>> question) {
        return switch (question.apply(runtime.queries().reports())) {
            case Answer.Found<R>(R report) -> {
                format.print(report, areas, out);
                out.flush();
                yield report;
            }
            case Answer.UnknownZone<R>(String unknown) -> throw KnownZones.unknown(runtime.queries(), unknown);
            case Answer.NotYetKnown<R>(long asked, long reached) -> throw notYetKnown(asked, reached);
        };
    }

    static LedgerFailure notYetKnown(long asked, long reached) {
        return notYetKnown(asked, reached, "--known-at");
    }

    /** @param option with which the position was asked for */
    static LedgerFailure notYetKnown(long asked, long reached, String option) {
        return new LedgerFailure("The ledger has no position " + asked + " yet: its last one is " + reached
                + "; give an earlier one with " + option + ".");
    }
}
