package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatWasSavedIsNotReplacedByAnotherHistoryTest {

    /** Nobody listens there. */
    private static final String UNREACHABLE = "http://127.0.0.1:1/log";

    @TempDir
    Path temporary;

    private SavedLogs logs;

    @BeforeEach
    void useDirectory() {
        logs = new SavedLogs(temporary);
    }

    private static void refused(CommandLineRun run, String why) {
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().filter(line -> line.startsWith("ledger: ")))
                .singleElement()
                .asString()
                .isEqualTo("ledger: " + why);
    }

    @Test
    void savingToTheSameFileAgainHoldsTheLogAgainstIt() {
        Path saved = temporary.resolve("seen");
        assertThat(SavedLogs.verify(logs.exported(300), "--save=" + saved).out())
                .isEqualToIgnoringNewLines("Verified: ledger.example/events with 300 events.");
        for (int i = 0; i < 2; i++) {
            CommandLineRun growth = SavedLogs.verify(logs.exported(600), "--save=" + saved);
            assertThat(growth.status()).as(growth.err()).isZero();
            assertThat(growth.out()).contains("with 600 events, which begins with what was saved before.");
            assertThat(saved).hasBinaryContent(SavedLogs.log(600).checkpoint());
        }
    }

    @Test
    void aFileIsNotSetBackToASmallerLog() {
        Path saved = logs.checkpoint("seen", 600);
        String rollback =
                "The log is NOT verified: ROLLBACK: the log has 300 events and had 600 when its checkpoint was saved.";
        refused(SavedLogs.verify(logs.exported(300), "--save=" + saved), rollback);
        refused(
                SavedLogs.verify(logs.exported(300), "--old=" + logs.checkpoint("older", 255), "--save=" + saved),
                rollback);
        assertThat(saved).hasBinaryContent(SavedLogs.log(600).checkpoint());
    }

    @Test
    void aLogBeginsWithBothWhatIsInOneFileAndInTheOther() {
        Path saved = logs.checkpoint("seen", 300);
        CommandLineRun run =
                SavedLogs.verify(logs.exported(600), "--old=" + logs.checkpoint("older", 255), "--save=" + saved);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(saved).hasBinaryContent(SavedLogs.log(600).checkpoint());
        refused(
                SavedLogs.verify(
                        logs.rewritten(600),
                        "--old=" + logs.checkpoint("empty", 0),
                        "--save=" + logs.checkpoint("third", 300)),
                "The log is NOT verified: REWRITTEN: the first 300 events are not those of the saved checkpoint; keep both"
                        + " checkpoints, they prove it: " + temporary.resolve("third") + " and "
                        + temporary.resolve("third.conflict") + ".");
    }

    @Test
    void whatIsNoCheckpointIsNotReplacedWhichIsSaidBeforeTheLogIsRead() throws Exception {
        Path other = Files.writeString(temporary.resolve("other"), "milk, bread\n");
        refused(
                SavedLogs.verify(UNREACHABLE, "--save=" + other),
                "The file " + other
                        + " holds something else than a checkpoint of this log (it has no signature lines after"
                        + " a blank line) and is not replaced: save to another file.");
        assertThat(other).hasContent("milk, bread\n");
    }

    @Test
    void aCheckpointOfAnotherKeyIsNotReplacedEither() throws Exception {
        Path other = Files.write(
                temporary.resolve("other"),
                SavedLogs.log(3).signedBy("log_key_next").checkpoint());
        refused(
                SavedLogs.verify(UNREACHABLE, "--save=" + other),
                "The file " + other + " holds something else than a checkpoint of this log (it is not signed by "
                        + SavedLogs.key("log_key") + ") and is not replaced: save to another file, or give the log's"
                        + " earlier key with --old-vkey.");
        assertThat(other)
                .hasBinaryContent(SavedLogs.log(3).signedBy("log_key_next").checkpoint());
    }

    @Test
    void whatIsGivenAsOldAndIsNoneIsNamedBeforeTheLogIsRead() throws Exception {
        Path other = Files.writeString(temporary.resolve("other"), "milk, bread\n");
        refused(
                SavedLogs.verify(UNREACHABLE, "--old=" + other),
                "The saved checkpoint " + other + " is not genuine: it has no signature lines after a blank line.");
    }

    @Test
    void filesBesideItAreLeftAlone() throws Exception {
        Path beside = Files.writeString(temporary.resolve("z.new"), "unrelated");
        assertThat(SavedLogs.verify(logs.exported(3), "--save=" + temporary.resolve("z"))
                        .status())
                .isZero();
        assertThat(beside).hasContent("unrelated");
        try (var files = Files.list(temporary)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("log3", "z", "z.new");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere/seen", "file/seen"})
    void thatThereIsNoDirectoryToSaveInIsSaidBeforeTheLogIsRead(String name) throws Exception {
        Files.writeString(temporary.resolve("file"), "x");
        Path saved = temporary.resolve(name);
        refused(
                SavedLogs.verify(UNREACHABLE, "--save=" + saved),
                "The checkpoint cannot be saved in " + saved + ": there is no directory " + saved.getParent()
                        + " that can be written to.");
    }
}
