package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.output.ReportFormat;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.diff.Compared;
import org.nestledger.query.report.diff.Diff;
import org.nestledger.query.report.diff.DiffReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger report diff}. */
@Command(
        name = "diff",
        description = "Print which figures of the annual report changed between two moments, and the entries recorded"
                + " between them that did it.")
final class DiffCommand implements Callable<Integer> {

    @Option(names = "--zone", paramLabel = "ID", required = true, description = "The zone, with all within it.")
    String zone = "";

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
        StatedPeriod stated = period.stated();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (LedgerRuntime runtime = data.openBegun()) {
            runtime.catchUp();
            format.print(report(runtime, stated), areas.shown(), out);
            out.flush();
        }
        return 0;
    }

    private DiffReport report(LedgerRuntime runtime, StatedPeriod stated) {
        var answer = runtime.queries().reports().about(zone, stated, asOf, to, sources -> Diff.since(from, sources));
        return switch (answer) {
            case Answer.Found<Compared>(Compared.Found(DiffReport report)) -> report;
            case Answer.Found<Compared>(Compared.NotBefore wrong) ->
                throw new LedgerFailure(wrong.sentence() + " Exchange --from-known and --to-known.");
            case Answer.UnknownZone<Compared>(String unknown) -> throw KnownZones.unknown(runtime.queries(), unknown);
            case Answer.NotYetKnown<Compared>(long asked, long reached) ->
                throw ReportOptions.notYetKnown(asked, reached, "--to-known");
        };
    }
}
