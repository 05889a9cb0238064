package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.Ed25519Key;
import org.nestledger.core.log.checkpoint.SignedNote;

class AFigureOfAForkedLogIT {

    private static final RecordedYear YEAR = RecordedYear.shared();

    @TempDir
    Path forked;

    @Test
    void itIsSaidWhereBothCheckpointsAre() throws Exception {
        Path file = YEAR.proof("land.acquired");
        Checkpoint signed = Checkpoint.parse(SignedNote.parse(Files.readAllBytes(YEAR.exported.resolve("checkpoint")))
                .text());
        Ed25519Key key = Ed25519Key.ofPem(signed.origin(), Files.readString(YEAR.data.resolve("tlog-signing-key.pem")));
        Files.write(
                forked.resolve("checkpoint"),
                SignedNote.sign(new Checkpoint(signed.origin(), signed.size(), new byte[32]).text(), List.of(key))
                        .toBytes());
        CommandLineRun run = YEAR.verify(file, "--complete=" + forked);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "ledger: The figure is NOT verified: against the export, FORK: the log signed two different trees of "
                                + signed.size()
                                + " events; keep both checkpoints, they prove it: the figure has one, the export's"
                                + " file checkpoint is the other.\n");
    }
}
