package org.nestledger.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the benchmarks of a made-up checkout, as {@link LauncherTest} does the program. */
@Tag("all")
class LaunchingBenchmarksTest {

    private static final String FAKE_BUILD = """
            #!/bin/sh
            echo "$*" >> built
            mkdir -p bench/target
            touch bench/target/nest-ledger-bench.jar
            """;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout(@TempDir Path temp) throws IOException {
        checkout = new Checkout(temp);
        checkout.jdk("jvm/jdk-25", "25.0.3");
        checkout.executable("a check out/mvnw", FAKE_BUILD);
        checkout.write("a check out/bench/pom.xml", "");
        checkout.write("a check out/bench/src/main/java/Bench.java", "");
    }

    @Test
    void theyAreBuiltWhenMissingAndGetTheOtherArguments() throws Exception {
        Checkout.Outcome outcome = checkout.ledger("bench", "log", "--only=read");

        assertThat(outcome.status()).isEqualTo(7);
        assertThat(outcome.err()).isEqualTo("ledger: building …\n");
        // The libraries lie beside the jar, which names them.
        assertThat(outcome.out())
                .contains("\n-Dledger.home=" + checkout.home() + "\n")
                .endsWith("\n-jar\n" + checkout.home() + "/bench/target/nest-ledger-bench.jar\nlog\n--only=read\n");
        assertThat(checkout.builds())
                .containsExactly("-q -Pbench -pl bench -am -DskipTests -Dspotless.check.skip package");
    }

    @Test
    void aChangeOfThemOrOfTheCoreAndItsTestsBuildsThemAgain() throws Exception {
        assertThat(checkout.ledger("bench").err()).isEqualTo("ledger: building …\n");
        for (String changed : List.of(
                "bench/src/main/java/Bench.java",
                "core/src/main/java/Source.java",
                "core/src/test/Test",
                "query/src/main/java/Query.java")) {
            checkout.touchLater("a check out/" + changed);

            assertThat(checkout.ledger("bench").err()).as(changed).isEqualTo("ledger: building …\n");
            assertThat(checkout.ledger("bench").err()).as(changed).isEmpty();
        }
    }

    @Test
    void aChangeOfThemDoesNotBuildTheProgram() throws Exception {
        checkout.touchLater("a check out/bench/src/main/java/Bench.java");

        assertThat(checkout.ledger("demo").err()).isEmpty();
    }
}
