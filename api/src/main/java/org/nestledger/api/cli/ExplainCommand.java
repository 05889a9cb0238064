package org.nestledger.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.figure.BundleFile;
import org.nestledger.api.figure.BundleMaker;
import org.nestledger.api.output.ReportFormat;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.explain.Explained;
import org.nestledger.query.report.explain.Explained.Found;
import org.nestledger.query.report.explain.Explanations.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger explain}, with a command for each report whose figures explain themselves. */
@Command(
        name = "explain",
        description = "Print what a figure of a report is made of, down to the events in the log.",
        subcommands = ExplainCommand.AnnualCommand.class,
        synopsisSubcommandLabel = "REPORT")
final class ExplainCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "The report is missing.");
    }

    @Command(
            name = "annual",
            description = "Print the formula of a figure of the annual report, the entries that give it, and their"
                    + " events with positions.")
    static final class AnnualCommand implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "ZONE", description = "The zone of the report.")
        String zone = "";

        @Parameters(
                index = "1..*",
                arity = "1..2",
                paramLabel = "[YYYY] MEASURE",
                hideParamSyntax = true,
                description = "The year of the report, which --month may stand for, and the figure as the report names"
                        + " it, such as land.acquired or land.acquired.rank.")
        List<String> yearAndMeasure = List.of();

        @Mixin
        ExplainedPeriod period = new ExplainedPeriod();

        @Option(
                names = "--subject",
                paramLabel = "ID",
                description = "The project, for a figure of projects: any of the zone that has it.")
        @Nullable
        String subject;

        @Option(names = "--unit", paramLabel = "UNIT", description = "The currency, when there is a figure for each.")
        @Nullable
        String unit;

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                converter = Converters.Date.class,
                description = "The last business day that counts; the end of the period when not given.")
        @Nullable
        LocalDate asOf;

        @Mixin
        KnownAtOption knownAt = new KnownAtOption();

        @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
        ReportFormat format = ReportFormat.table;

        @Option(
                names = "--proof",
                paramLabel = "FILE",
                description =
                        "Where to write the figure with its records and their proofs, for ledger verify --figure.")
        @Nullable
        Path proof;

        @Mixin
        DataOption data = new DataOption();

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            var streams = Objects.requireNonNull(spec).commandLine();
            StatedPeriod stated = period.stated(yearAndMeasure);
            try (LedgerRuntime runtime = data.open()) {
                runtime.catchUp();
                Found found = found(runtime, stated);
                if (proof != null) {
                    write(proof, BundleFile.format(BundleMaker.of(found, runtime)));
                }
                PrintWriter out = streams.getOut();
                format.print(found.figure(), ShownAreas.AS_RECORDED, out);
                out.flush();
                if (proof != null) {
                    streams.getErr()
                            .println("The proof is in " + proof + ": ./ledger verify --figure=" + proof
                                    + " --vkey=KEY shows that these contributions are in the log and give the figure,"
                                    + " and with --complete=DIR and a full export that none is missing.");
                }
                return 0;
            }
        }

        private Found found(LedgerRuntime runtime, StatedPeriod stated) {
            Question question =
                    new Question(zone, stated, yearAndMeasure.getLast(), subject, unit, asOf, knownAt.value);
            return switch (runtime.queries().explanations().annual(question)) {
                case Answer.Found<Explained>(Explained explained) -> found(explained);
                case Answer.UnknownZone<Explained>(String unknown) ->
                    throw KnownZones.unknown(runtime.queries(), unknown);
                case Answer.NotYetKnown<Explained>(long asked, long reached) ->
                    throw ReportOptions.notYetKnown(asked, reached);
            };
        }

        private static Found found(Explained explained) {
            return switch (explained) {
                case Found found -> found;
                case Explained.UnknownMeasure unknown ->
                    throw new LedgerFailure("There is no figure \"" + unknown.measure() + "\" in the annual report."
                            + " Give one of " + String.join(", ", unknown.known()) + ".");
                case Explained.NoFigure(String reason) -> throw new LedgerFailure(reason);
                case Explained.Several several ->
                    throw new LedgerFailure("There are several such figures: give one with --" + several.option() + "="
                            + String.join(" or --" + several.option() + "=", several.choices()) + ".");
                case Explained.Differs differs -> throw new LedgerFailure(differs.sentence() + " Run ./ledger check.");
            };
        }

        private static void write(Path file, byte[] bytes) {
            try {
                Files.write(file, bytes);
            } catch (IOException unwritable) {
                throw new LedgerFailure("The proof cannot be written to " + file + ".", unwritable);
            }
        }
    }
}
