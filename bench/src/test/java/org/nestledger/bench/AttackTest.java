package org.nestledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attack ends with its counts, and with what is wrong. */
class AttackTest {

    private final StringWriter out = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void withoutViolationsItSucceedsAndLeavesNothingBehind() throws Exception {
        Path files = Files.createDirectories(directory.resolve("a/b")).getParent();
        assertThat(Attack.report(new PrintWriter(out), files, 7, List.of(Attack.row("rounds", 12_345)), List.of()))
                .isZero();
        assertThat(out.toString()).contains("seed 7").contains("12,345").contains("VIOLATIONS");
        assertThat(files).doesNotExist();
    }

    @Test
    void withViolationsItFailsShowsThemAndKeepsTheFiles() throws Exception {
        List<String> violations = Collections.nCopies(30, "it is wrong");
        assertThat(Attack.report(new PrintWriter(out), directory, 7, List.of(), violations))
                .isEqualTo(1);
        assertThat(out.toString()).contains("30").contains("it is wrong\n").contains(directory.toString());
        assertThat(out.toString().split("it is wrong", -1)).hasSize(21);
        assertThat(directory).exists();
    }

    @Test
    void theOptionsAreChecked() {
        StringWriter err = new StringWriter();
        assertThat(BenchCommandLine.create(new PrintWriter(out), new PrintWriter(err))
                        .execute("races", "--rounds=none"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Invalid value");
        assertThat(BenchCommandLine.create(new PrintWriter(out), new PrintWriter(err))
                        .execute("faults", "--help"))
                .isZero();
        assertThat(out.toString()).contains("--rounds=N").contains("--seed=N");
    }
}
