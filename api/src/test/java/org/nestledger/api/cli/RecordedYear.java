package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.nestledger.api.testing.Years;

/** A recorded year in a data directory, its export, and the log's key; one for all tests of this JVM. */
final class RecordedYear {

    private static RecordedYear shared;

    final Path directory;
    final Path data;
    final RunningDatabase running;
    final Path exported;
    final String key;

    private RecordedYear(String more) throws IOException {
        directory = Files.createTempDirectory("recorded-year");
        data = directory.resolve("data");
        // It ends with the JVM.
        running = new RunningDatabase(data);
        exported = directory.resolve("exported");
        Path commands = Years.file(directory.resolve("commands.jsonl"), Years.LAND + Years.PROJECTS + more);
        CommandLineRun run = CommandLineRun.of("import", commands.toString(), "--data=" + data);
        assertThat(run.out()).as(run.err()).contains("refused 0");
        assertThat(CommandLineRun.of("export", exported.toString(), "--data=" + data)
                        .status())
                .isZero();
        key = Files.readString(exported.resolve("vkey")).strip();
    }

    /** @param more commands after those of the year */
    static RecordedYear with(String more) {
        try {
            return new RecordedYear(more);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static synchronized RecordedYear shared() {
        try {
            shared = shared == null ? new RecordedYear("") : shared;
            return shared;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    CommandLineRun explain(String measure, String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("explain", "annual", "z", "2023", measure, "--data=" + data), Stream.of(more))
                        .toArray(String[]::new));
    }

    CommandLineRun explainTable(String report, String figure, String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("explain", report, "z", "2023", figure, "--data=" + data), Stream.of(more))
                        .toArray(String[]::new));
    }

    CommandLineRun explainDay(String report, String figure, String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("explain", report, "z", figure, "--data=" + data), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** The file that proves a figure of the zone. */
    Path proof(String measure, String... more) {
        Path file = directory.resolve(measure + ".json");
        CommandLineRun run = explain(
                measure,
                Stream.concat(Stream.of(more), Stream.of("--proof=" + file)).toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("The proof is in " + file, "with --complete=DIR and a full export that none is missing");
        return file;
    }

    CommandLineRun verify(Path figure, String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("verify", "--figure=" + figure, "--vkey=" + key), Stream.of(more))
                        .toArray(String[]::new));
    }
}
