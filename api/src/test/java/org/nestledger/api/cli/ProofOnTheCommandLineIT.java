package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Commands;

/** What an operator and a third party do, with an embedded database and without a server. */
class ProofOnTheCommandLineIT {

    @TempDir
    static Path temporary;

    private static Path data;
    private static RunningDatabase running;
    private static Path exported;
    private static String key;

    @BeforeAll
    static void exportALog() throws Exception {
        data = temporary.resolve("data");
        running = new RunningDatabase(data);
        exported = temporary.resolve("exported");
        imports("first", 20);
        CommandLineRun run = CommandLineRun.of("export", exported.toString(), "--data=" + data);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().strip()).startsWith("Exported ledger.localhost/").contains(" with 20 events to ");
        key = Files.readString(exported.resolve("vkey")).strip();
    }

    @AfterAll
    static void end() {
        running.close();
    }

    private static void imports(String name, int zones) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < zones; i++) {
            lines.append(Commands.zone(name + i).replaceFirst("\\{", "{\"command\":\"DesignateZone\","))
                    .append('\n');
        }
        Path file = Files.writeString(temporary.resolve(name + ".jsonl"), lines);
        CommandLineRun run = CommandLineRun.of("import", file.toString(), "--data=" + data);
        assertThat(run.status()).as(run.err()).isZero();
    }

    private static CommandLineRun verify(Path directory, String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("verify", directory.toString(), "--vkey=" + key), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void anExportIsVerifiedWithoutTheLedger() {
        CommandLineRun run = verify(exported);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().strip()).matches("Verified: ledger\\.localhost/[0-9a-f]{16} with 20 events\\.");
    }

    @Test
    void growthIsVerifiedAgainstASavedCheckpointAndRollbackIsFound() throws Exception {
        Path saved = temporary.resolve("saved");
        assertThat(verify(exported, "--save=" + saved).status()).isZero();
        imports("second", 3);
        Path later = temporary.resolve("later");
        assertThat(CommandLineRun.of("export", later.toString(), "--data=" + data)
                        .status())
                .isZero();
        CommandLineRun growth = verify(later, "--old=" + saved, "--save=" + saved);
        assertThat(growth.status()).as(growth.err()).isZero();
        assertThat(growth.out()).contains("which begins with what was saved before.");
        CommandLineRun rollback = verify(exported, "--old=" + saved);
        assertThat(rollback.status()).isEqualTo(1);
        assertThat(rollback.err())
                .contains("NOT verified: ROLLBACK: the log has 20 events")
                .endsWith("saved.\n");
    }

    @Test
    void aCheckpointIsSavedWhereALinkLeadsTo() throws Exception {
        Path kept = Files.copy(exported.resolve("checkpoint"), temporary.resolve("kept"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), kept.getFileName());
        assertThat(verify(exported, "--save=" + link).status()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(kept).content().startsWith("ledger.localhost/");
        assertThat(temporary).isDirectoryNotContaining("glob:**.new*");
    }

    @Test
    void aCheckpointIsNotSavedInPlaceOfADirectory() throws Exception {
        Path directory = Files.createDirectory(temporary.resolve("directory"));
        CommandLineRun run = verify(exported, "--save=" + directory);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualToIgnoringNewLines("ledger: The file " + directory + " is no regular file.");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anEventIsProvedToWhoeverHasItsRecord() throws Exception {
        Path record = temporary.resolve("record");
        CommandLineRun run = CommandLineRun.of("prove", "7", "--record=" + record, "--data=" + data);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("c2sp.org/tlog-proof@v1\nindex 6\n");
        Path proof = Files.writeString(temporary.resolve("event.tlog-proof"), run.out());

        CommandLineRun verified =
                CommandLineRun.of("verify", "--proof=" + proof, "--record=" + record, "--vkey=" + key);
        assertThat(verified.status()).as(verified.err()).isZero();
        assertThat(verified.out()).startsWith("Verified: the record is the event at position 7 of ledger.localhost/");

        Files.writeString(record, Files.readString(record).replace("Zone first6", "Zone First6"));
        CommandLineRun edited = CommandLineRun.of("verify", "--proof=" + proof, "--record=" + record, "--vkey=" + key);
        assertThat(edited.status()).isEqualTo(1);
        assertThat(edited.err().strip())
                .isEqualTo("ledger: The receipt is NOT verified: the record is not the event at position 7.");
    }

    @Test
    void anExportThatWasTamperedWithIsNamedInOneLine() throws Exception {
        Path copy = copyOfExport("tampered");
        Path bundle = copy.resolve("tile/entries/000.p/20");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[40]++;
        Files.write(bundle, bytes);
        CommandLineRun run = verify(copy);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines().filter(line -> line.startsWith("ledger:")))
                .containsExactly("ledger: The log is NOT verified: position 1: the record does not hash to its leaf in"
                        + " tile/0/000.p/20.");
        Files.delete(bundle);
        assertThat(verify(copy).err()).contains("positions 1 to 20: tile/entries/000.p/20 is missing");
    }

    @Test
    void theOperatorsCheckFindsTheDatabaseSound() {
        CommandLineRun run = CommandLineRun.of("check", "--data=" + data);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("Sound: ").contains(" events, ", "0 unknown types");
    }

    @Test
    void withoutTheKeysTheCheckSaysWhatItDidNotVerify() throws Exception {
        Path key = data.resolve("tlog-signing-key.pem");
        Path checkpoint = data.resolve("tlog-checkpoint");
        Path away = Files.createDirectory(temporary.resolve("away"));
        Files.move(checkpoint, away.resolve("checkpoint"));
        CommandLineRun incomplete = CommandLineRun.of("check", "--log-only", "--data=" + data);
        assertThat(incomplete.status()).isEqualTo(1);
        assertThat(incomplete.err())
                .contains(
                        "ledger: The file " + checkpoint + ", which holds the last published checkpoint, is missing: ");
        Files.move(key, away.resolve("key"));
        CommandLineRun run = CommandLineRun.of("check", "--log-only", "--data=" + data);
        Files.move(away.resolve("key"), key);
        Files.move(away.resolve("checkpoint"), checkpoint);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(" checkpoints (not verified, and not compared with a published one: the log's keys are not in"
                        + " the data directory), 0 unknown types.")
                .doesNotContain("signed");
    }

    @Test
    void aRunningServerIsVerifiedTheSameWay() {
        try (LedgerRuntime runtime = LedgerRuntime.open(DatabaseSettings.embedded(data), Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            CommandLineRun run = CommandLineRun.of("verify", server.address() + "/log", "--vkey=" + key);
            assertThat(run.status()).as(run.err()).isZero();
        }
    }

    @Test
    void theKeyIsReadableByItsOwnerOnlyAndStandsInNoExport() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tlog-signing-key.pem"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.walk(exported)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .noneMatch(file -> text(file).contains("PRIVATE KEY"));
        }
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() {
        assertThat(CommandLineRun.of("prove", "99999", "--data=" + data).err())
                .contains("has no position 99999 yet: its last one is ");
        assertThat(CommandLineRun.of("export", exported.toString(), "--data=" + data)
                        .err())
                .contains("The log cannot be exported: " + exported + " is not empty.");
        assertThat(verify(temporary.resolve("nowhere")).err()).contains("There is no directory");
        assertThat(CommandLineRun.of("verify", "", "--vkey=" + key).err()).contains("There is no directory \"\":");
        for (String url : List.of("ftp://example.org/log", "http://127.0.0.1:99999/log")) {
            assertThat(CommandLineRun.of("verify", url, "--vkey=" + key).err())
                    .contains("is no URL; write it like http://");
        }
        assertThat(CommandLineRun.of("verify", "http://my_ledger:8080/log", "--vkey=" + key)
                        .err())
                .contains("ledger: \"http://my_ledger:8080/log\" names a host that no URL can have, my_ledger:8080;");
        Path file = exported.resolve("vkey");
        assertThat(CommandLineRun.of("export", file.toString(), "--data=" + data)
                        .err())
                .contains("The log cannot be exported: " + file + " is a file; give a directory that is empty or not");
        assertThat(verify(exported, "--old=/dev/zero").err()).contains("The file /dev/zero is no regular file.");
        assertThat(CommandLineRun.of("verify", "http://127.0.0.1:1/log", "--vkey=" + key)
                        .err())
                .contains("The log cannot be read: http://127.0.0.1:1/log/checkpoint cannot be reached.");
        assertThat(verify(exported, "--old=" + temporary.resolve("missing")).err())
                .contains("cannot be read.");
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

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }
}
