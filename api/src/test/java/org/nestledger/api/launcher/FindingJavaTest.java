package org.nestledger.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java the launcher takes, and what it says when there is none. */
@Tag("all")
class FindingJavaTest {

    private static final String NO_JDK = "ledger: no JDK 25 or newer was found: install one, "
            + "for example Eclipse Temurin 25, or set JAVA_HOME to it.\n";

    private Checkout checkout;

    @BeforeEach
    void makeCheckout(@TempDir Path temp) throws IOException {
        checkout = new Checkout(temp);
    }

    @Test
    void withoutAnyItSaysInOneSentenceWhatToInstall() throws Exception {
        assertThat(checkout.ledger("demo")).isEqualTo(new Checkout.Outcome(1, "", NO_JDK));
    }

    @Test
    void anOldOneIsNotUsed() throws Exception {
        checkout.set("JAVA_HOME", checkout.jdk("jvm/jdk-17", "17.0.15"));

        assertThat(checkout.ledger("demo")).isEqualTo(new Checkout.Outcome(1, "", NO_JDK));
    }

    @Test
    void aJavaHomeWithoutJavaIsPassedOver() throws Exception {
        checkout.set("JAVA_HOME", checkout.temp() + "/nowhere");
        String jdk = checkout.jdk("more jvm/jdk 25", "25.0.3");

        assertThat(checkout.ledger("demo").javaHome()).isEqualTo(jdk);
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        String newer = checkout.jdk("elsewhere/jdk-26", "26");
        checkout.jdk("jvm/jdk-25", "25.0.3");
        checkout.set("JAVA_HOME", newer);

        assertThat(checkout.ledger("demo").javaHome()).isEqualTo(newer);
    }

    @Test
    void theOneOnThePathComesNextThroughItsLink() throws Exception {
        String jdk = checkout.jdk("elsewhere/jdk-25", "25.0.3");
        checkout.jdk("jvm/jdk-25", "25.0.3");
        Files.createSymbolicLink(checkout.temp().resolve("tools/java"), Path.of(jdk, "bin/java"));

        assertThat(checkout.ledger("demo").javaHome()).isEqualTo(jdk);
    }

    @Test
    void inTheUsualPlacesTheVersionItIsMadeForComesBeforeANewerOne() throws Exception {
        checkout.jdk("jvm/a-jdk-27", "27-ea");
        String jdk = checkout.jdk("jvm/b-jdk-25", "25.0.3");

        assertThat(checkout.ledger("demo").javaHome()).isEqualTo(jdk);
    }

    @Test
    void aNewerOneDoes() throws Exception {
        checkout.jdk("jvm/a-jdk-17", "17.0.15");
        String jdk = checkout.jdk("jvm/b-jdk-27", "27-ea");

        assertThat(checkout.ledger("demo").javaHome()).isEqualTo(jdk);
    }

    @Test
    void oneWithoutACompilerRunsTheProgramButDoesNotBuildIt() throws Exception {
        String jre = checkout.jdk("jvm/jre-25", "25.0.3");
        Files.delete(Path.of(jre, "bin/javac"));

        assertThat(checkout.ledger("demo").javaHome()).isEqualTo(jre);

        Files.delete(checkout.home().resolve("api/target/nest-ledger.jar"));
        assertThat(checkout.ledger("demo")).isEqualTo(new Checkout.Outcome(1, "", NO_JDK));
    }
}
