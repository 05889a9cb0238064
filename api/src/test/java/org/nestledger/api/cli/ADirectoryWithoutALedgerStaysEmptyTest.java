package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who mistypes a directory is told so, and no empty ledger is made of it. */
class ADirectoryWithoutALedgerStaysEmptyTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report annual --zone=z --year=2023",
                "report stages --zone=z",
                "report diff --zone=z --year=2023 --from-known=1",
                "reconcile --zone=z --year=2023",
                "explain annual z 2023 land.acquired",
                "explain land z 2023 total",
                "list zones",
                "check",
                "rebuild",
                "prove 1",
                "export OUT",
                "rotate-key",
            })
    void aCommandThatReadsSaysThatThereIsNone(String command) {
        Path mistyped = directory.resolve("ledgre");
        CommandLineRun run = CommandLineRun.of(
                (command.replace("OUT", directory.resolve("out").toString()) + " --data=" + mistyped).split(" "));
        assertThat(run.status()).isNotZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualToNormalizingNewlines("ledger: There is no ledger in " + mistyped
                        + ": ./ledger demo, serve or import begins one, and --data names another directory.\n");
        assertThat(mistyped).doesNotExist();
        assertThat(directory).isEmptyDirectory();
    }
}
