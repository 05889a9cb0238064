package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger report annual}. */
@Command(name = "annual", description = "Print a zone's year, rolled up over its descendants.")
final class AnnualReportCommand implements Callable<Integer> {

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--zone", paramLabel = "ID", required = true, description = "The zone.")
    String zone = "";

    @Option(
            names = "--year",
            paramLabel = "YYYY",
            required = true,
            converter = Converters.Year.class,
            description = "The year.")
    int year;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Converters.Date.class,
            description = "The last business day that counts; the end of the year when not given.")
    @Nullable
    LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "POSITION|INSTANT",
            converter = Converters.Known.class,
            description = "The last record that counts; all recorded so far when not given.")
    KnownAt knownAt = KnownAt.now();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
    ReportFormat format = ReportFormat.table;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (LedgerRuntime runtime = data.open()) {
            runtime.catchUp();
            print(runtime, zone, year, asOf, knownAt, format, out);
        }
        return 0;
    }

    /** Prints a report from read models that are as far as they have to be. */
    static void print(
            LedgerRuntime runtime,
            String zone,
            int year,
            @Nullable LocalDate asOf,
            KnownAt knownAt,
            ReportFormat format,
            PrintWriter out) {
        switch (runtime.queries().reports().annual(zone, year, asOf, knownAt)) {
            case Answer.Found(AnnualReport report) -> {
                format.print(report, out);
                out.flush();
            }
            case Answer.UnknownZone(String unknown) -> throw KnownZones.unknown(runtime.queries(), unknown);
            case Answer.NotYetKnown(long asked, long reached) ->
                throw new LedgerFailure("The ledger has no position " + asked + " yet: its last one is " + reached
                        + "; give an earlier one with --known-at.");
        }
    }
}
