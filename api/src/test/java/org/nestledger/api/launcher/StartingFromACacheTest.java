package org.nestledger.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is built is taken apart, and what all commands load first is kept loaded; with a Java that is made up. */
@Tag("all")
class StartingFromACacheTest {

    /** Takes a jar apart, fills a cache, and says what it was given; TRAINED is where it notes that it filled one. */
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
                *jarmode*)
                    for destination; do :; done
                    mkdir -p "$destination/lib"
                    cp "$3" "$destination"
                    exit ;;
                *AOTCacheOutput*)
                    env >> 'TRAINED'
                    for word; do
                        case $word in
                            -XX:AOTCacheOutput=*) echo classes > "${word#*=}" ;;
                            --data=*) mkdir "${word#*=}" ;;
                        esac
                    done
                    exit 1 ;;
            esac
            printf '%s\\n' "$@"
            """;

    private Checkout checkout;
    private Path trained;

    @BeforeEach
    void makeCheckout(@TempDir Path temp) throws IOException {
        checkout = new Checkout(temp);
        trained = temp.resolve("trained");
        checkout.jdk("jvm/jdk-25", "25.0.3");
        checkout.executable("jvm/jdk-25/bin/java", JAVA.replace("TRAINED", trained.toString()));
        checkout.write("a check out/api/target/nest-ledger.jar", "jar");
    }

    @Test
    void aProgramRunsTakenApartAndFromItsCache() throws Exception {
        Checkout.Outcome outcome = checkout.ledger("check");

        Path program = outcome.jar().getParent();
        assertThat(outcome.jar()).hasContent("jar");
        assertThat(program.resolve("lib")).isDirectory();
        assertThat(program.resolve("classes.aot")).hasContent("classes");
        assertThat(outcome.out().lines()).contains("-XX:AOTCache=" + program.resolve("classes.aot"));
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void theCacheOfABuildIsFilledOnceAndNothingIsLeftOfThat() throws Exception {
        Path build = checkout.ledger("check").jar().getParent().getParent();
        String once = Files.readString(trained);

        checkout.ledger("check");

        assertThat(trained).hasContent(once);
        try (var beside = Files.list(build)) {
            assertThat(beside.map(path -> path.getFileName().toString()))
                    .filteredOn(name -> !name.matches("[0-9]+"))
                    .containsExactly("program");
        }
    }

    @Test
    void whatFillsTheCacheKnowsNothingOfTheDatabaseOfWhoeverStartsIt() throws Exception {
        checkout.set("SPRING_DATASOURCE_URL", "jdbc:postgresql://production/ledger");
        checkout.set("LEDGER_TOKEN", "secret");

        checkout.ledger("check");

        assertThat(Files.readAllLines(trained))
                .anyMatch(line -> line.startsWith("PATH="))
                .noneMatch(line -> line.contains("production") || line.contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xshare:off", "-Xmx1g -XX:SharedArchiveFile=own.jsa", "-XX:AOTMode=off"})
    void whoeverNamesAnotherCacheGetsThatOne(String options) throws Exception {
        checkout.ledger("check");
        checkout.set("LEDGER_JAVA_OPTS", options);

        Checkout.Outcome outcome = checkout.ledger("check");

        assertThat(outcome.out()).doesNotContain("-XX:AOTCache=", "-Xlog:").contains(options.replace(' ', '\n'));
    }

    @Test
    void anotherVersionOfJavaThanTheOneItIsMadeForRunsWithoutACache() throws Exception {
        checkout.ledger("check");
        checkout.executable(
                "jvm/jdk-26/bin/java", Files.readString(checkout.temp().resolve("jvm/jdk-25/bin/java")));
        checkout.write("jvm/jdk-26/release", "JAVA_VERSION=\"26\"\n");
        checkout.set("JAVA_HOME", checkout.temp().resolve("jvm/jdk-26").toString());

        Checkout.Outcome outcome = checkout.ledger("check");

        assertThat(outcome.out()).doesNotContain("-XX:AOTCache=", "-Xlog:").endsWith("check\n");
    }

    @Test
    void aProgramWhoseCacheCannotBeFilledRunsWithoutAndItIsNotTriedAgain() throws Exception {
        String without = JAVA.replace("echo classes > \"${word#*=}\"", ":").replace("TRAINED", trained.toString());
        checkout.executable("jvm/jdk-25/bin/java", without);

        List<Checkout.Outcome> outcomes = List.of(checkout.ledger("check"), checkout.ledger("check"));

        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.out()).doesNotContain("-XX:AOTCache=").endsWith("check\n");
            assertThat(outcome.err()).isEmpty();
        });
        assertThat(Files.readAllLines(trained))
                .filteredOn(line -> line.startsWith("PATH="))
                .hasSize(1);
    }
}
