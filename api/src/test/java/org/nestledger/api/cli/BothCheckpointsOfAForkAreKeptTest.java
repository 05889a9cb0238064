package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BothCheckpointsOfAForkAreKeptTest {

    @TempDir
    Path temporary;

    private SavedLogs logs;
    private Path saved;
    private Path forked;

    @BeforeEach
    void fork() {
        logs = new SavedLogs(temporary);
        saved = logs.checkpoint("seen", 300);
        forked = logs.rewritten(300);
    }

    private void assertNames(CommandLineRun run, Path kept) {
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("ledger: The log is NOT verified: FORK: the log signed two different trees of 300 events;"
                        + " keep both checkpoints, they prove it: " + saved + " and " + kept + ".\n");
        assertThat(kept).hasSameBinaryContentAs(forked.resolve("checkpoint"));
        assertThat(saved).hasBinaryContent(SavedLogs.log(300).checkpoint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--old=", "--save="})
    void theOneThatIsServedIsWrittenBesideTheSavedOne(String option) {
        for (int i = 0; i < 2; i++) {
            assertNames(SavedLogs.verify(forked, option + saved), temporary.resolve("seen.conflict"));
        }
        assertThat(temporary.resolve("seen.conflict-2")).doesNotExist();
    }

    @Test
    void ofARewrittenLogTooTheNewestIsKept() {
        Path rewritten = logs.rewritten(600);
        CommandLineRun run = SavedLogs.verify(rewritten, "--old=" + saved, "--save=" + saved);
        assertThat(run.err())
                .contains(
                        "NOT verified: REWRITTEN: the first 300 events are not those of the saved checkpoint; keep both"
                                + " checkpoints, they prove it: " + saved + " and " + saved + ".conflict.");
        assertThat(temporary.resolve("seen.conflict")).hasSameBinaryContentAs(rewritten.resolve("checkpoint"));
    }

    @Test
    void whatIsThereAlreadyIsNotReplaced() throws Exception {
        Path first = Files.writeString(temporary.resolve("seen.conflict"), "an earlier one");
        Files.createDirectory(temporary.resolve("seen.conflict-2"));
        assertNames(SavedLogs.verify(forked, "--old=" + saved), temporary.resolve("seen.conflict-3"));
        assertThat(first).hasContent("an earlier one");
    }

    @Test
    void whenItCannotBeKeptItIsSaidWhereItIs() throws Exception {
        Path longest = Files.move(saved, temporary.resolve("s".repeat(250)));
        CommandLineRun run = SavedLogs.verify(forked, "--old=" + longest);
        assertThat(run.err())
                .contains("they prove it: " + longest + " and the one of " + forked + ", which cannot be written to "
                        + longest + ".conflict: copy it now.");
    }
}
