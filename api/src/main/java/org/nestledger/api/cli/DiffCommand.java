package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.output.ReportFormat;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Reports;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.diff.Compared;
import org.nestledger.query.report.diff.Diff;
import org.nestledger.query.report.diff.DiffReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger report diff}. */
@Command(
        name = "diff",
        description =
                "Print which figures of a report changed between two moments, and the entries recorded between them"
                        + " that did it.")
final class DiffCommand implements Callable<Integer> {

    @Option(names = "--zone", paramLabel = "ID", required = true, description = "The zone, with all within it.")
    String zone = "";

    @Option(
            names = "--report",
            paramLabel = "NAME",
            description = "The report, as ledger explain --help lists them; the annual report when not given.")
    String report = ReportTypes.ANNUAL.name();

    @Mixin
    PeriodOption period = new PeriodOption();

    @Option(
            names = "--from-known",
            paramLabel = "POSITION|INSTANT",
            required = true,
            converter = Converters.Known.class,
            description = "The last record that counts at the earlier moment.")
    KnownAt from = KnownAt.now();

    @Option(
            names = "--to-known",
            paramLabel = "POSITION|INSTANT",
            converter = Converters.Known.class,
            description = "The last record that counts at the later moment; all recorded so far when not given.")
    KnownAt to = KnownAt.now();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Converters.Date.class,
            description = "The last business day that counts; the end of the period when not given.")
    @Nullable
    LocalDate asOf;

    @Mixin
    AreaUnitOption areas = new AreaUnitOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
    ReportFormat format = ReportFormat.table;

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        ReportType<?> type = type();
        StatedPeriod stated = period.of(type.span());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (LedgerRuntime runtime = data.openCaughtUp()) {
            format.print(report(runtime, type, stated), areas.shown(), out);
            out.flush();
        }
        return 0;
    }

    private ReportType<?> type() {
        return Diff.report(report)
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        Diff.reports().stream()
                                .sorted()
                                .collect(Collectors.joining(
                                        ", ",
                                        "There is no report \"" + report + "\" that can be compared; give one of ",
                                        "."))));
    }

    /** @param stated absent for a report of a day */
    private DiffReport report(LedgerRuntime runtime, ReportType<?> type, @Nullable StatedPeriod stated) {
        Reports reports = runtime.queries().reports();
        Function<ReportSources, Compared> comparing = sources -> Diff.since(from, type, sources);
        var answer = stated == null
                ? reports.aboutDay(zone, asOf, to, comparing)
                : reports.about(zone, stated, asOf, to, comparing);
        return switch (answer) {
            case Answer.Found<Compared>(Compared.Found(DiffReport report)) -> report;
            case Answer.Found<Compared>(Compared.NotBefore wrong) ->
                throw new LedgerFailure(wrong.sentence() + " Exchange --from-known and --to-known.");
            case Answer.Found<Compared>(Compared.NotRecorded(long asked, long head)) ->
                throw ReportOptions.notYetKnown(asked, head, "--from-known");
            case Answer.Found<Compared>(Compared.TooMany many) ->
                throw new LedgerFailure(
                        many.sentence() + " Ask for a zone within it, a shorter period or a later --from-known.");
            case Answer.UnknownZone<Compared>(String unknown) -> throw KnownZones.unknown(runtime.queries(), unknown);
            case Answer.NotYetKnown<Compared>(long asked, long reached) ->
                throw ReportOptions.notYetKnown(asked, reached, "--to-known");
        };
    }
}
