package org.nestledger.api.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.testing.Browser;
import org.nestledger.api.testing.ServedDemonstration;

/** The page in a real browser, where there is one. */
@Tag("all")
class ABrowserTriesTheInterfaceIT {

    private static final String OPERATION = ".opblock.is-open ";
    private static final String ANSWER = OPERATION + ".live-responses-table .response ";

    @TempDir
    Path profile;

    private Browser open(String path) throws Exception {
        return new Browser(profile, ServedDemonstration.shared().http().address() + path);
    }

    /** What the page shows is made by its scripts from the description, so the headers let them do that. */
    @Test
    void thePageShowsWhatCanBeAsked() throws Exception {
        try (Browser browser = open("/docs/#/zone/zone.one")) {
            browser.awaitText(OPERATION + ".execute");
            String shown = browser.value("document.body.textContent");
            assertThat(shown)
                    .contains("Nest Ledger", "One zone with its targets and its history.", "/api/v1/commands/");
            assertThat(shown).doesNotContain("Failed to load API definition");
        }
    }

    @Test
    void thePageSendsWhatOneTriesAndShowsItsAnswer() throws Exception {
        try (Browser browser = open("/docs/#/zone/zone.list")) {
            browser.click(OPERATION + ".execute");
            assertThat(browser.awaitText(ANSWER + ".response-col_status")).startsWith("200");
            assertThat(browser.awaitText(ANSWER + ".response-col_description"))
                    .contains("\"timeZone\": \"Asia/Shanghai\"");
        }
    }
}
