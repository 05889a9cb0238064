package org.nestledger.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs a copy of the launcher in a made-up checkout, with made-up JDKs and a made-up Maven wrapper. */
@Tag("all")
class LauncherTest {

    private static final String FAILED_BUILD = """
            #!/bin/sh
            echo "first line"
            i=0
            while [ $i -lt 40 ]; do i=$((i + 1)); echo "line $i"; done
            exit 3
            """;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout(@TempDir Path temp) throws IOException {
        checkout = new Checkout(temp);
    }

    @Nested
    class Running {

        @Test
        void itPassesItsArgumentsAndWhereItIsAndKeepsTheDirectoryItWasCalledIn() throws Exception {
            String jdk = checkout.jdk("jvm/jdk-25", "25.0.3");
            checkout.set("LEDGER_JAVA_OPTS", "-Xmx1g -Xms1g");

            Checkout.Outcome outcome = checkout.ledger("import", "a file.csv", "--zone=肇庆", "");

            assertThat(outcome.status()).isEqualTo(7);
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out())
                    .startsWith("java of " + jdk + " in " + checkout.temp() + "\n")
                    .contains("\n-Daxoniq.update-checker.disabled=true\n-Dledger.home=" + checkout.home()
                            + "\n-Xmx1g\n-Xms1g\n-jar\n");
            assertThat(outcome.jar()).hasFileName("nest-ledger.jar");
            assertThat(outcome.jar().getParent().getParent())
                    .hasParent(checkout.home().resolve("target/ledger-runs"));
            assertThat(outcome.arguments()).isEqualTo("import\na file.csv\n--zone=肇庆\n\n");
        }

        @ParameterizedTest
        @CsvSource({"serve, true", "demo, true", "report, false", "import, false"})
        void aServerThatRunsOutOfMemoryEndsAndACommandSaysSo(String command, boolean ends) throws Exception {
            checkout.jdk("jvm/jdk-25", "25.0.3");
            assertThat(checkout.ledger(command).out().lines().anyMatch("-XX:+ExitOnOutOfMemoryError"::equals))
                    .isEqualTo(ends);
        }

        @Test
        void itFindsItsPlaceThroughLinks() throws Exception {
            checkout.jdk("jvm/jdk-25", "25.0.3");
            Files.createSymbolicLink(
                    checkout.temp().resolve("absolute"), checkout.home().resolve("ledger"));
            Files.createDirectory(checkout.temp().resolve("links"));
            Files.createSymbolicLink(checkout.temp().resolve("links/relative"), Path.of("../absolute"));

            assertThat(checkout.run("links/relative", "demo").out())
                    .contains("\n-Dledger.home=" + checkout.home() + "\n");
        }
    }

    @Nested
    class Building {

        private String jdk = "";

        @BeforeEach
        void installJdk() throws IOException {
            jdk = checkout.jdk("jvm/jdk-25", "25.0.3");
        }

        @Test
        void whatIsBuiltIsNotBuiltAgain() throws Exception {
            assertThat(checkout.ledger("demo").err()).isEmpty();
            assertThat(checkout.builds()).isEmpty();
        }

        @Test
        void aMissingProgramIsBuiltWithoutTestsBySayingOneLine() throws Exception {
            Files.delete(checkout.home().resolve("api/target/nest-ledger.jar"));

            assertThat(checkout.ledger("demo").err()).isEqualTo("ledger: building …\n");
            assertThat(checkout.builds())
                    .containsExactly(jdk + " -q -Dmaven.test.skip=true -Dspotless.check.skip package");
            assertThat(checkout.ledger("demo").err()).isEmpty();
        }

        @Test
        void aChangedSourceOrPomIsBuilt() throws Exception {
            for (String changed :
                    List.of("pom.xml", "core/pom.xml", "core/src/main/java/Source.java", "core/src/main/New")) {
                checkout.touchLater("a check out/" + changed);

                assertThat(checkout.ledger("demo").err()).as(changed).isEqualTo("ledger: building …\n");
                assertThat(checkout.ledger("demo").err()).as(changed).isEmpty();
            }
        }

        @Test
        void aSourceChangedWhileItIsBuiltIsBuiltTheNextTime() throws Exception {
            checkout.executable(
                    "a check out/mvnw",
                    Checkout.FAKE_BUILD.replace("sleep", "sleep 0.05; touch core/src/main/java/Source.java; sleep"));
            Files.delete(checkout.home().resolve("api/target/nest-ledger.jar"));

            assertThat(checkout.ledger("demo").err()).isEqualTo("ledger: building …\n");
            assertThat(checkout.ledger("demo").err()).isEqualTo("ledger: building …\n");
        }

        @Test
        void aFailedBuildShowsItsLastLines() throws Exception {
            checkout.executable("a check out/mvnw", FAILED_BUILD);
            Files.delete(checkout.home().resolve("api/target/nest-ledger.jar"));

            Checkout.Outcome outcome = checkout.ledger("demo");

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .startsWith("ledger: building …\nline 11\n")
                    .endsWith("line 40\nledger: the build failed; all it said is in " + checkout.home()
                            + "/target/ledger-build.log\n");
            assertThat(checkout.home().resolve("target/ledger-build.lock")).doesNotExist();
        }

        @Test
        void startsAtTheSameTimeBuildOnce() throws Exception {
            Files.delete(checkout.home().resolve("api/target/nest-ledger.jar"));
            List<Checkout.Start> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(checkout.start("a check out/ledger", "demo"));
            }
            for (Checkout.Start start : starts) {
                assertThat(start.outcome().status()).isEqualTo(7);
            }

            assertThat(checkout.builds()).hasSize(1);
        }

        @Test
        void whoMayNotWriteIsToldSoAndDoesNotWait() throws Exception {
            checkout.write("a check out/target", "a file, into which not even root can write a directory");
            Files.delete(checkout.home().resolve("api/target/nest-ledger.jar"));

            Checkout.Outcome outcome = checkout.ledger("demo");

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err())
                    .isEqualTo("ledger: the program has to be built, but " + checkout.home()
                            + "/target cannot be written: let its owner run ./ledger --version once.\n");
        }

        @Test
        void theLockOfABuildThatDiedIsRemoved() throws Exception {
            Process dead = new ProcessBuilder("true").start();
            assertThat(dead.waitFor()).isZero();
            checkout.write("a check out/target/ledger-build.lock/pid", dead.pid() + "\n");
            Files.delete(checkout.home().resolve("api/target/nest-ledger.jar"));

            assertThat(checkout.ledger("demo").err()).isEqualTo("ledger: building …\n");
        }
    }

    @Nested
    class Testing {

        private static final String FAKE_TESTS = """
                #!/bin/sh
                echo "Maven with $*"
                sleep 0.05
                mkdir -p core/target/surefire-reports api/target/failsafe-reports
                echo '<testsuite name="A" tests="3">
                  <testcase name="a"/>
                  <testcase name="b"><!-- --></testcase>
                  <testcase name="c">
                    <failure message="expected"><![CDATA[expected]]></failure>
                  </testcase>
                </testsuite>' > core/target/surefire-reports/TEST-A.xml
                echo '<testsuite name="B" tests="0">
                  <testcase name="d">
                    <error>expected</error>
                  </testcase>
                  <testcase name="e">
                    <skipped/>
                  </testcase>
                </testsuite>' > api/target/failsafe-reports/TEST-B.xml
                exit 1
                """;

        @BeforeEach
        void installJdk() throws IOException {
            checkout.jdk("jvm/jdk-25", "25.0.3");
            checkout.executable("a check out/mvnw", FAKE_TESTS);
        }

        @Test
        void itEndsWithTheStatusAndTheCountsOfThisRunOnly() throws Exception {
            checkout.write("a check out/query/target/surefire-reports/TEST-Old.xml", "<testcase name=\"old\"/>");

            Checkout.Outcome outcome = checkout.ledger("test");

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.out()).isEqualTo("""
                    Maven with verify -Dspotless.check.skip

                    ledger: the build failed, see above
                    2 passed, 2 failed, 1 skipped
                    """);
        }

        @Test
        void allTestsRunWhenAsked() throws Exception {
            assertThat(checkout.ledger("test", "--all").out()).startsWith("Maven with verify -Dall\n");
        }

        @Test
        void otherOptionsAreRefused() throws Exception {
            assertThat(checkout.ledger("test", "--al"))
                    .isEqualTo(new Checkout.Outcome(2, "", "usage: ledger test [--all]\n"));
        }
    }
}
