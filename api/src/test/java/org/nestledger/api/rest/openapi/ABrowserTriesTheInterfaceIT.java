package org.nestledger.api.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.testing.ServedDemonstration;

/** The page in a real browser, where there is one. */
@Tag("all")
class ABrowserTriesTheInterfaceIT {

    @TempDir
    Path profile;

    /** What the page shows is made by its scripts from the description, so the headers let them do that. */
    @Test
    void thePageShowsWhatCanBeAsked() throws Exception {
        String shown = shown("/docs/#/zone/zone.one");
        assertThat(shown)
                .contains("Nest Ledger", "One zone with its targets and its history.", "/api/v1/commands/", "Execute");
        assertThat(shown).doesNotContain("Failed to load API definition");
    }

    private String shown(String path) throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "no Chromium on the PATH");
        Path dom = profile.resolve("dom.html");
        Process process = new ProcessBuilder(List.of(
                        browser.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + profile.resolve("profile"),
                        "--virtual-time-budget=60000",
                        "--dump-dom",
                        ServedDemonstration.shared().http().address() + path))
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    private static Optional<Path> browser() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(directory -> List.of("chromium", "chromium-browser", "google-chrome").stream()
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
