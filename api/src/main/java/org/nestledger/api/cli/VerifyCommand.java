package org.nestledger.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.figure.BundleFile;
import org.nestledger.api.runtime.BoundedFile;
import org.nestledger.core.log.audit.LogAudit;
import org.nestledger.core.log.audit.LogFiles;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.ContradictionException;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.TlogProof;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.nestledger.core.log.merkle.EntryBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger verify}. It opens no ledger: who verifies does not trust the one who runs it. */
@Command(
        name = "verify",
        description = "Verify a whole log, the receipt of one event, or a figure, with nothing but keys that you know.")
final class VerifyCommand implements Callable<Integer> {

    /** A checkpoint with the hashes before it. */
    private static final int MAX_RECEIPT = 2 * SignedNote.MAX_BYTES;

    private static final int MAX_RECORD = EntryBundle.MAX_BYTES_OF_ENTRY;

    /** More records than there is memory for. */
    private static final int MAX_FIGURE = 1 << 30;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR|URL",
            description = "The log: an exported directory, or a URL like http://127.0.0.1:8080/log.")
    @Nullable
    String where;

    @Mixin
    TrustOption trust = new TrustOption();

    @Option(
            names = "--old",
            paramLabel = "FILE",
            description = "A checkpoint that you saved before: the log must begin with it.")
    @Nullable
    Path old;

    @Option(
            names = "--old-vkey",
            paramLabel = "KEY",
            converter = Converters.Key.class,
            description =
                    "A key that the log had when that checkpoint was saved, and that is trusted with nothing else; may"
                            + " be given several times.")
    List<VerifierKey> oldKeys = List.of();

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description =
                    "Where to save the checkpoint when it is verified. The log must begin with the one that is there.")
    @Nullable
    Path save;

    @Option(names = "--proof", paramLabel = "FILE", description = "The receipt of one event, instead of a log.")
    @Nullable
    Path proof;

    @Option(names = "--record", paramLabel = "FILE", description = "The record of that event, to the byte.")
    @Nullable
    Path record;

    @Option(
            names = "--figure",
            paramLabel = "FILE",
            description = "A figure with its records, as explain --proof writes it, instead of a log.")
    @Nullable
    Path figure;

    @Option(
            names = "--complete",
            paramLabel = "DIR",
            description = "A full export, to see whether any other record contributes to that figure.")
    @Nullable
    Path complete;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean ofLog = where != null || old != null || save != null || !oldKeys.isEmpty();
        boolean ofReceipt = proof != null || record != null;
        boolean ofFigure = figure != null || complete != null;
        if (proof != null && record != null && !ofLog && !ofFigure) {
            out.println(receipt(proof, record));
        } else if (figure != null && !ofLog && !ofReceipt) {
            figure(figure).forEach(out::println);
        } else if (where != null && !ofReceipt && !ofFigure) {
            out.println(log(where));
        } else {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give a log, or a receipt with --proof and its record with --record, or a figure with --figure.");
        }
        out.flush();
        return 0;
    }

    private String receipt(Path proofFile, Path recordFile) {
        try {
            WitnessPolicy policy = trust.policy();
            TlogProof receipt = TlogProof.parse(BoundedFile.read("The file", proofFile, MAX_RECEIPT));
            Checkpoint checkpoint =
                    receipt.verify(BoundedFile.read("The file", recordFile, MAX_RECORD), trust.keys(policy));
            policy.check(receipt.note());
            return "Verified: the record is the event at position " + (receipt.index() + 1) + " of " + checkpoint + ".";
        } catch (UnverifiedException unverified) {
            throw new LedgerFailure("The receipt is NOT verified: " + unverified.what() + ".", unverified);
        }
    }

    private List<String> figure(Path file) {
        WitnessPolicy policy = trust.policy();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try (ProgressLine progress = ProgressLine.on(err, "verify")) {
            byte[] bundle = BoundedFile.read("The file", file, MAX_FIGURE);
            FigureCheck check = new FigureCheck(BundleFile.parse(bundle), trust.keys(policy), policy);
            return complete == null
                    ? check.alone()
                    : check.against(LogPlace.open(complete.toString()), progress::reached);
        } catch (UnverifiedException unverified) {
            throw new LedgerFailure("The figure is NOT verified: " + unverified.what() + ".", unverified);
        } catch (IOException unreadable) {
            throw new LedgerFailure("The export cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    private String log(String place) {
        WitnessPolicy policy = trust.policy();
        List<VerifierKey> keys = trust.keys(policy);
        List<SavedCheckpoint> saved = SavedCheckpoint.read(old, save, withOld(keys));
        CommandLine streams = Objects.requireNonNull(spec).commandLine();
        try (LogFiles files = LogPlace.open(place);
                ProgressLine progress = ProgressLine.on(streams.getErr(), "verify")) {
            List<Checkpoint> earlier =
                    saved.stream().map(SavedCheckpoint::checkpoint).toList();
            LogAudit.Verified verified = new LogAudit(files, keys, policy).verifyGrowth(earlier, progress::reached);
            if (save != null) {
                NoteFile.write(save, verified.note().toBytes());
            }
            return "Verified: " + verified.checkpoint()
                    + (saved.isEmpty() ? "." : ", which begins with what was saved before.");
        } catch (ContradictionException two) {
            String kept = SavedCheckpoint.keepBoth(saved, two, place);
            throw new LedgerFailure("The log is NOT verified: " + two.what() + ": " + kept + ".", two);
        } catch (UnverifiedException unverified) {
            throw new LedgerFailure("The log is NOT verified: " + unverified.what() + ".", unverified);
        } catch (IOException unreadable) {
            throw new LedgerFailure("The log cannot be read: " + LogPlace.reason(unreadable) + ".", unreadable);
        }
    }

    /** What was signed before need not be signed by a key that is trusted with what is signed now. */
    private List<VerifierKey> withOld(List<VerifierKey> keys) {
        if (!oldKeys.isEmpty() && old == null && save == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "Give --old-vkey together with --old or --save: it is for the checkpoint that was saved before.");
        }
        return Stream.concat(keys.stream(), oldKeys.stream()).toList();
    }
}
