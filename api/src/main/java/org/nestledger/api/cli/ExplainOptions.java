package org.nestledger.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.figure.BundleFile;
import org.nestledger.api.figure.BundleMaker;
import org.nestledger.api.output.ReportFormat;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.explain.Explained;
import org.nestledger.query.report.explain.Explained.Found;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of all commands that explain a figure, and what they do. */
final class ExplainOptions {

    @Parameters(index = "0", paramLabel = "ZONE", description = "The zone of the report.")
    String zone = "";

    @Option(names = "--unit", paramLabel = "UNIT", description = "The currency, when there is a figure for each.")
    @Nullable
    String unit;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Converters.Date.class,
            description =
                    "The last business day that counts; when not given the end of the period, or for a report of a day that"
                            + " of the last record.")
    @Nullable
    LocalDate asOf;

    @Mixin
    KnownAtOption knownAt = new KnownAtOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
    ReportFormat format = ReportFormat.table;

    @Option(
            names = "--proof",
            paramLabel = "FILE",
            description = "Where to write the figure with its records and their proofs, for ledger verify --figure.")
    @Nullable
    Path proof;

    @Mixin
    DataOption data = new DataOption();

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    /** Prints what comes of a question. */
    int print(Function<LedgerQueries, Answer<Explained>> question) {
        var streams = Objects.requireNonNull(command).commandLine();
        try (LedgerRuntime runtime = data.openCaughtUp()) {
            Found found = found(runtime, question.apply(runtime.queries()));
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

    private static Found found(LedgerRuntime runtime, Answer<Explained> answer) {
        return switch (answer) {
            case Answer.Found<Explained>(Explained explained) -> found(explained);
            case Answer.UnknownZone<Explained>(String unknown) -> throw KnownZones.unknown(runtime.queries(), unknown);
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
            case Explained.Ambiguous ambiguous -> throw new LedgerFailure(ambiguous.sentence());
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
