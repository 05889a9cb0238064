package org.nestledger.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build writes over the jar, which whatever runs goes on to read. */
@Tag("all")
class RunningACopyTest {

    private static final String BUILD = """
            #!/bin/sh
            echo new > api/target/nest-ledger.jar
            echo new > api/target/nest-ledger.jar.original
            """;
    private static final String JAVA_THAT_STAYS = """
            #!/bin/sh
            [ "$1" != -Djarmode=tools ] || exit 1
            printf '%s\\n' "$@"
            exec sleep 60
            """;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout(@TempDir Path temp) throws IOException {
        checkout = new Checkout(temp);
        checkout.jdk("jvm/jdk-25", "25.0.3");
        checkout.write("a check out/api/target/nest-ledger.jar", "old");
        checkout.executable("a check out/mvnw", BUILD);
    }

    @Test
    void aProgramThatRunsKeepsItsJarWhenTheNextOneIsBuilt() throws Exception {
        checkout.executable("jvm/jdk-25/bin/java", JAVA_THAT_STAYS);
        Checkout.Start serving = checkout.start("a check out/ledger", "serve");
        try {
            Path old = awaitJar(serving);
            checkout.jdk("jvm/jdk-25", "25.0.3");
            checkout.touchLater("a check out/core/src/main/java/Source.java");

            Path now = checkout.ledger("demo").jar();

            assertThat(now).isNotEqualTo(old).hasContent("new");
            assertThat(old).hasContent("old");
        } finally {
            serving.process().destroyForcibly().waitFor();
        }
    }

    @Test
    void theCopyOfAnEarlierBuildGoesWhenNothingRunsItAnyMore() throws Exception {
        Path old = checkout.ledger("demo").jar();
        checkout.touchLater("a check out/core/src/main/java/Source.java");

        Path now = checkout.ledger("demo").jar();

        assertThat(old.getParent().getParent()).doesNotExist();
        assertThat(now).hasContent("new");
    }

    @Test
    void oneBuildIsCopiedOnceAndOnlyThoseThatRunAreRemembered() throws Exception {
        Path first = checkout.ledger("demo").jar();
        Path second = checkout.ledger("demo").jar();

        assertThat(second).isEqualTo(first);
        try (Stream<Path> beside = Files.list(first.getParent().getParent())) {
            // The last one has ended, but nobody has looked since.
            assertThat(beside).hasSize(2);
        }
    }

    @Test
    void aJarThatWasHalfWrittenWhenItWasCopiedIsNotRunAgain() throws Exception {
        Path half = checkout.ledger("demo").jar();
        checkout.write("a check out/api/target/nest-ledger.jar", "old, and the rest of it");

        assertThat(checkout.ledger("demo").jar()).isNotEqualTo(half).hasContent("old, and the rest of it");
    }

    @Test
    void whereNoCopyCanBeMadeTheJarItselfIsRun() throws Exception {
        checkout.write("a check out/target", "a file, into which not even root can write a directory");

        Checkout.Outcome outcome = checkout.ledger("demo");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.jar()).isEqualTo(checkout.home().resolve("api/target/nest-ledger.jar"));
    }

    private static Path awaitJar(Checkout.Start start) throws Exception {
        for (int tries = 0; tries < 500; tries++) {
            List<String> words = Files.readAllLines(start.out());
            if (words.contains("serve")) {
                return Path.of(words.get(words.indexOf("-jar") + 1));
            }
            Thread.sleep(20);
        }
        throw new AssertionError("nothing was started: " + Files.readString(start.err()));
    }
}
