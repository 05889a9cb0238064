package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.testing.Commands;

/** An exported log comes back as it was, into an empty ledger and no other. */
class RestoreOnTheCommandLineIT {

    private static final int ZONES = 300;

    @TempDir
    static Path temporary;

    private static Path data;
    private static RunningDatabase running;
    private static Path early;
    private static Path exported;
    private static String key;

    @BeforeAll
    static void exportALog() throws Exception {
        data = temporary.resolve("data");
        running = new RunningDatabase(data);
        early = temporary.resolve("early");
        exported = temporary.resolve("exported");
        imports(data, "first", 40);
        assertThat(export(data, early).status()).isZero();
        imports(data, "second", ZONES - 40);
        CommandLineRun run = export(data, exported);
        assertThat(run.status()).as(run.err()).isZero();
        key = Files.readString(exported.resolve("vkey")).strip();
    }

    @AfterAll
    static void end() {
        running.close();
    }

    private static void imports(Path target, String name, int zones) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < zones; i++) {
            lines.append(Commands.zone(name + i).replaceFirst("\\{", "{\"command\":\"DesignateZone\","))
                    .append('\n');
        }
        Path file = Files.writeString(temporary.resolve(name + ".jsonl"), lines);
        CommandLineRun run = CommandLineRun.of("import", file.toString(), "--data=" + target);
        assertThat(run.status()).as(run.err()).isZero();
    }

    private static CommandLineRun export(Path from, Path to) {
        return CommandLineRun.of("export", to.toString(), "--data=" + from);
    }

    private static CommandLineRun restore(Path from, Path to) {
        return CommandLineRun.of("restore", from.toString(), "--vkey=" + key, "--data=" + to);
    }

    @Test
    void theRestoredLogHasTheSameRecordsAndRootAndIsSoundAndUsed() throws Exception {
        Path restored = temporary.resolve("restored");
        CommandLineRun run = restore(exported, restored);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().strip())
                .matches("Restored ledger\\.localhost/[0-9a-f]{16} with 300 events, root "
                        + Files.readAllLines(exported.resolve("checkpoint"))
                                .get(2)
                                .replace("+", "\\+")
                        + " as it was signed; all of them were loaded now\\.");
        try (RunningDatabase _ = new RunningDatabase(restored)) {
            isSoundAndUsed(restored);
        }
    }

    private static void isSoundAndUsed(Path restored) throws IOException {
        CommandLineRun check = CommandLineRun.of("check", "--data=" + restored);
        assertThat(check.out()).startsWith("Sound: 300 events, 0 signed checkpoints, 0 unknown types.");

        assertThat(CommandLineRun.of("list", "zones", "--format=csv", "--data=" + restored)
                        .out())
                .contains("first0")
                .isEqualTo(CommandLineRun.of("list", "zones", "--format=csv", "--data=" + data)
                        .out());
        Path again = temporary.resolve("again");
        assertThat(export(restored, again).status()).isZero();
        for (String file : new String[] {"tile/0/000", "tile/entries/000", "tile/0/001.p/44", "tile/1/000.p/1"}) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(exported.resolve(file));
        }
        assertThat(Files.readString(again.resolve("vkey")))
                .as("a new key and name")
                .isNotEqualTo(key + "\n");
    }

    @Test
    void whatWasLoadedInPartIsContinuedAndWhatIsThereIsLeft() {
        Path continued = temporary.resolve("continued");
        try (RunningDatabase _ = new RunningDatabase(continued)) {
            assertThat(restore(early, continued).status()).isZero();
            CommandLineRun rest = restore(exported, continued);
            assertThat(rest.status()).as(rest.err()).isZero();
            assertThat(rest.out()).contains("with 300 events", "; 260 of them were loaded now.");
            assertThat(restore(exported, continued).out()).contains("; 0 of them were loaded now.");

            CommandLineRun older = restore(early, continued);
            assertThat(older.status()).isEqualTo(1);
            assertThat(lastLine(older)).contains("it holds 300 events that are not the first ones of");
        }
    }

    @Test
    void withItsOldKeyFilesItIsTheSameLogAgain() throws Exception {
        Path moved = temporary.resolve("moved");
        assertThat(restore(exported, moved).status()).isZero();
        for (String file : new String[] {"tlog-signing-key.pem", "tlog-origin", "tlog-checkpoint"}) {
            Files.copy(data.resolve(file), moved.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path after = temporary.resolve("after");
        try (RunningDatabase _ = new RunningDatabase(moved)) {
            imports(moved, "third", 1);
            assertThat(export(moved, after).status()).isZero();
        }
        CommandLineRun run = CommandLineRun.of(
                "verify", after.toString(), "--vkey=" + key, "--old=" + exported.resolve("checkpoint"));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("with 301 events, which begins with what was saved before.");
    }

    @Test
    void aLedgerWithEventsOfItsOwnIsLeftAsItIs() throws Exception {
        Path other = temporary.resolve("other");
        imports(other, "other", 2);
        CommandLineRun run = restore(exported, other);
        assertThat(run.status()).isEqualTo(1);
        assertThat(lastLine(run))
                .isEqualTo("ledger: The ledger is not empty: it holds 2 events that are not the first ones of "
                        + exported + ". Name an empty data directory with --data.");
        try (LedgerRuntime runtime = LedgerRuntime.open(DatabaseSettings.embedded(other), Clock.systemUTC())) {
            assertThat(runtime.log().head()).isEqualTo(2);
        }
    }

    @Test
    void filesThatDoNotVerifyAreNotLoadedAndNoLedgerIsMade() throws Exception {
        Path tampered = copyOfExport("tampered");
        Path bundle = tampered.resolve("tile/entries/000");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[40]++;
        Files.write(bundle, bytes);
        Path target = temporary.resolve("nothing");

        CommandLineRun run = restore(tampered, target);
        assertThat(run.status()).isEqualTo(1);
        assertThat(lastLine(run))
                .isEqualTo("ledger: The log is NOT verified: position 1: the record does not hash to its leaf in"
                        + " tile/0/000. Nothing was restored.");
        assertThat(target).doesNotExist();

        assertThat(lastLine(restore(temporary.resolve("nowhere"), target))).contains("There is no directory");
        assertThat(lastLine(restore(Files.createDirectory(temporary.resolve("empty")), target)))
                .contains("NOT verified: there is no checkpoint");
        assertThat(target).doesNotExist();
    }

    @Test
    void aTargetThatIsNoDataDirectoryIsLeftAsItIs() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "mine");
        assertThat(lastLine(restore(exported, file))).contains("is a file: name a directory with --data.");
        assertThat(lastLine(restore(exported, exported))).contains("is not empty and no data directory");
        assertThat(file).hasContent("mine");
    }

    private static String lastLine(CommandLineRun run) {
        return run.err().lines().reduce("", (_, line) -> line);
    }

    private static Path copyOfExport(String name) throws IOException {
        Path copy = temporary.resolve(name);
        try (Stream<Path> files = Files.walk(exported)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(exported.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }
}
