package org.nestledger.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.TlogProof;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger prove}. */
@Command(name = "prove", description = "Print the receipt of one event, which anybody can verify without the ledger.")
final class ProveCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "POSITION",
            converter = Converters.Position.class,
            description = "The event's position in the log, from 1.")
    long position;

    @Option(names = "--record", paramLabel = "FILE", description = "Where to write the event's record, to the byte.")
    @Nullable
    Path record;

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (LedgerRuntime runtime = data.openBegun()) {
            long head = runtime.log().head();
            if (position > head) {
                throw new LedgerFailure(
                        "The ledger has no position " + position + " yet: its last one is " + head + ".");
            }
            runtime.awaitSigned(position);
            TlogProof proof = proof(runtime);
            byte[] proved = runtime.published().record(position).orElseThrow();
            Checkpoint _ = proof.verify(proved, runtime.signer().verifierKeys());
            if (record != null) {
                write(record, proved);
            }
            out.print(new String(proof.format(), StandardCharsets.UTF_8));
            out.flush();
            return 0;
        } catch (UnverifiedException damage) {
            throw new LedgerFailure(
                    "The ledger cannot prove position " + position + ": " + damage.what()
                            + "; ./ledger check says what is damaged.",
                    damage);
        }
    }

    private TlogProof proof(LedgerRuntime runtime) {
        return runtime.published()
                .prove(position)
                .orElseThrow(() -> new LedgerFailure("Position " + position + " is not published."));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException unwritable) {
            throw new LedgerFailure("The record cannot be written to " + file + ".", unwritable);
        }
    }
}
