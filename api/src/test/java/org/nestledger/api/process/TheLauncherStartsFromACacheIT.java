package org.nestledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher with the real program, in a checkout that has been built. */
@Tag("all")
class TheLauncherStartsFromACacheIT {

    private static final String MAIN = "org.nestledger.api.Main source: ";

    private Path checkout;

    @BeforeEach
    void copyTheCheckout(@TempDir Path temp) throws IOException {
        checkout = temp.resolve("有 空格");
        copy("ledger", Path.of("..", "ledger"));
        copy("api/src/main/sh/runs.sh", Path.of("src", "main", "sh", "runs.sh"));
        for (String made :
                List.of("pom.xml", ".mvn/maven.config", "core/pom.xml", "core/src/main/none", "query/src/main/none")) {
            Files.createDirectories(checkout.resolve(made).getParent());
            Files.writeString(checkout.resolve(made), "");
        }
        copy("api/target/nest-ledger.jar", Program.JAR);
        Files.writeString(checkout.resolve("api/target/nest-ledger.jar.original"), "");
    }

    private void copy(String name, Path from) throws IOException {
        Files.createDirectories(checkout.resolve(name).getParent());
        Files.copy(from, checkout.resolve(name));
    }

    @Test
    void theClassesOfACommandComeFromTheCache() throws Exception {
        assertThat(ledger(Map.of("LEDGER_JAVA_OPTS", "-Xlog:class+load"))).contains(MAIN + "shared objects file");
    }

    @Test
    void aJavaThatCannotUseTheCacheRunsWithoutAndSaysNothingOfIt() throws Exception {
        String version = ledger(Map.of());

        assertThat(version).startsWith("nest-ledger ").hasLineCount(1);
        assertThat(ledger(Map.of("LEDGER_JAVA_OPTS", "-XX:-UseCompressedOops"))).isEqualTo(version);
        assertThat(ledger(Map.of("LEDGER_JAVA_OPTS", "-XX:-UseCompressedOops -Xlog:class+load")))
                .doesNotContain(MAIN + "shared objects file")
                .contains(MAIN);
    }

    /** What it prints of its version, on both streams. */
    private String ledger(Map<String, String> environment) throws Exception {
        Path out = Files.createTempFile("ledger", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            checkout.resolve("ledger").toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return Files.readString(out);
        } finally {
            Files.delete(out);
        }
    }
}
