package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// A thread that opens a pipe is not to be interrupted.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OnlyFilesThatEndAreReadTest {

    @TempDir
    Path temporary;

    private CommandLineRun with(String option, Path file) throws IOException {
        Path small = Files.writeString(temporary.resolve("small"), "c2sp.org/tlog-proof@v1\n");
        String given = option + "=" + file;
        String key = "--vkey=" + SavedLogs.key("log_key");
        return switch (option) {
            case "--proof" -> CommandLineRun.of("verify", given, "--record=" + small, key);
            case "--record" -> CommandLineRun.of("verify", "--proof=" + proof(), given, key);
            case "--figure" -> CommandLineRun.of("verify", given, key);
            default -> CommandLineRun.of("verify", temporary.toString(), given, key);
        };
    }

    private Path proof() throws IOException {
        return Files.writeString(
                temporary.resolve("proof"),
                "c2sp.org/tlog-proof@v1\nindex 0\n\n"
                        + new String(SavedLogs.log(1).checkpoint(), StandardCharsets.UTF_8));
    }

    private static void assertRefused(CommandLineRun run, String why) {
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("ledger: " + why + "\n");
    }

    @ParameterizedTest
    @CsvSource({"--policy, policy", "--old, file", "--save, file", "--proof, file", "--record, file", "--figure, file"})
    void neitherAPipeNorADevice(String option, String what) throws Exception {
        Path pipe = temporary.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertRefused(with(option, pipe), "The " + what + " " + pipe + " is no regular file.");
        assertRefused(with(option, Path.of("/dev/zero")), "The " + what + " /dev/zero is no regular file.");
        assertRefused(with(option, temporary), "The " + what + " " + temporary + " is no regular file.");
    }

    @ParameterizedTest
    @CsvSource({"--policy, policy", "--old, file", "--save, file", "--proof, file", "--record, file", "--figure, file"})
    void noneThatIsLargerThanSuchAFileCanBe(String option, String what) throws Exception {
        Path large = temporary.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertRefused(with(option, large), "The " + what + " " + large + " is larger than such a file can be.");
    }

    @ParameterizedTest
    @CsvSource({"--policy, policy", "--old, file", "--proof, file", "--record, file", "--figure, file"})
    void noneThatIsNotThere(String option, String what) throws Exception {
        Path missing = temporary.resolve("missing");
        assertRefused(with(option, missing), "The " + what + " " + missing + " cannot be read.");
    }
}
