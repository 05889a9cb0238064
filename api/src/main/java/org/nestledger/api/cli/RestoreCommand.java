package org.nestledger.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.LogRestore;
import org.nestledger.core.log.RecordRefusedException;
import org.nestledger.core.log.RestoreRefusedException;
import org.nestledger.core.log.audit.DirectoryFiles;
import org.nestledger.core.log.audit.LogAudit;
import org.nestledger.core.log.audit.LogFiles;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger restore}. */
@Command(
        name = "restore",
        description =
                "Verify an exported log and load it into an empty ledger; given again, it goes on where it ended.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The directory that was exported.")
    Path directory = Path.of("");

    @Option(
            names = "--vkey",
            paramLabel = "KEY",
            required = true,
            converter = Converters.Key.class,
            description = "The key that the exported log was signed with; may be given twice.")
    List<VerifierKey> keys = List.of();

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine streams = Objects.requireNonNull(spec).commandLine();
        if (!Files.isDirectory(directory)) {
            throw new LedgerFailure("There is no directory " + directory + ": give one that was exported.");
        }
        try (LogFiles files = new DirectoryFiles(directory)) {
            Checkpoint verified = verified(files, streams);
            long loaded = load(files, verified, streams);
            streams.getOut()
                    .println("Restored " + verified + ", root "
                            + Base64.getEncoder().encodeToString(verified.root()) + " as it was signed; "
                            + (loaded == verified.size() ? "all" : loaded) + " of them were loaded now.");
            streams.getOut().flush();
            return 0;
        } catch (UnverifiedException unverified) {
            throw new LedgerFailure(
                    "The log is NOT verified: " + unverified.what() + ". Nothing was restored.", unverified);
        } catch (IOException unreadable) {
            throw new LedgerFailure("The log cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    /** Everything that can be wrong with the files is found before the ledger is touched. */
    private Checkpoint verified(LogFiles files, CommandLine streams) throws IOException {
        Checkpoint verified;
        try (ProgressLine progress = ProgressLine.on(streams.getErr(), "verify")) {
            verified = new LogAudit(files, keys).verify(null, progress::reached).checkpoint();
        }
        try (ProgressLine progress = ProgressLine.on(streams.getErr(), "decode")) {
            LogRestore.check(new LedgerCodec(), Clock.systemUTC(), files, verified, progress::reached);
            return verified;
        } catch (RecordRefusedException refused) {
            throw new LedgerFailure(
                    "The log cannot be restored by this release: position " + refused.number() + ": " + refused.reason()
                            + ". Nothing was restored.",
                    refused);
        }
    }

    private long load(LogFiles files, Checkpoint verified, CommandLine streams) throws IOException {
        try (LedgerRuntime runtime = data.open();
                ProgressLine progress = ProgressLine.on(streams.getErr(), "restore")) {
            return runtime.restore().restore(files, verified, progress::reached);
        } catch (RestoreRefusedException refused) {
            throw new LedgerFailure(
                    "The ledger is not empty: it holds " + refused.events() + " events that are not the first ones of "
                            + directory + ". Name an empty data directory with --data.",
                    refused);
        } catch (RecordRefusedException | EventStoreException broken) {
            throw new LedgerFailure("The restoring ended early: " + broken.getMessage() + ".", broken);
        }
    }
}
