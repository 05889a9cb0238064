package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.audit.MemoryLog;
import org.nestledger.core.log.merkle.Vectors;

/** The saved checkpoint was signed by a key that is not to be trusted with the newest one. */
class ACheckpointIsCarriedAcrossACompromiseTest {

    private static final String COMPROMISED = SavedLogs.key("log_key");
    private static final String NEXT = SavedLogs.key("log_key_next");

    @TempDir
    Path temporary;

    private SavedLogs logs;
    private Path saved;

    @BeforeEach
    void save() {
        logs = new SavedLogs(temporary);
        saved = logs.checkpoint("seen", 300);
    }

    private static CommandLineRun verify(Path log, String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "verify";
        all[1] = log.toString();
        all[2] = "--vkey=" + NEXT;
        System.arraycopy(more, 0, all, 3, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void theOldKeyOpensWhatWasSaved() {
        Path rotated = logs.exported("rotated", SavedLogs.log(600).signedBy("log_key_next"));
        assertThat(verify(rotated, "--old=" + saved).err())
                .contains("The saved checkpoint " + saved + " is not genuine: it is not signed by " + NEXT
                        + "; when an earlier key of the log signed it, give that with --old-vkey.");
        CommandLineRun run = verify(
                rotated, "--old=" + saved, "--old-vkey=" + COMPROMISED, "--old-vkey=" + SavedLogs.key("log_key"));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("with 600 events, which begins with what was saved before.");
        CommandLineRun inPlace = verify(rotated, "--save=" + saved, "--old-vkey=" + COMPROMISED);
        assertThat(inPlace.status()).as(inPlace.err()).isZero();
        assertThat(saved)
                .hasBinaryContent(SavedLogs.log(600).signedBy("log_key_next").checkpoint());
        assertThat(verify(rotated, "--save=" + saved).status()).isZero();
    }

    @Test
    void theOldKeyDoesNotVouchForTheNewestCheckpoint() {
        CommandLineRun run = verify(logs.exported(600), "--old=" + saved, "--old-vkey=" + COMPROMISED);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("The log is NOT verified: the checkpoint is not genuine: it is not signed by " + NEXT + ".");
    }

    @Test
    void aHistoryThatWasRewrittenUnderTheNewKeyIsFound() {
        Path rewritten = logs.exported(
                "rewritten", MemoryLog.rewritten(Vectors.records(), 2).signedBy("log_key_next"));
        CommandLineRun run = verify(rewritten, "--old=" + saved, "--old-vkey=" + COMPROMISED);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("The log is NOT verified: REWRITTEN: the first 300 events are not those of the saved");
    }
}
