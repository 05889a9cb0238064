package org.nestledger.api.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.database.DatabaseTimeouts;
import org.nestledger.api.failure.LedgerFailure;

class TimeoutsAreConfiguredTest {

    private static final String STATEMENT = "ledger.database.statement-timeout";

    @AfterEach
    void clear() {
        System.clearProperty(STATEMENT);
    }

    @Test
    void withoutASettingTheyAreTheUsualOnes() {
        assertThat(Settings.database(Path.of("x")).timeouts()).isEqualTo(DatabaseTimeouts.DEFAULT);
        assertThat(Settings.database(null).timeouts()).isEqualTo(DatabaseTimeouts.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"30s, 30", "45, 45", "2m, 120", "' 7s ', 7"})
    void aSettingIsADuration(String stated, long seconds) {
        System.setProperty(STATEMENT, stated);
        assertThat(Settings.database(Path.of("x")).timeouts().statement()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s", "500ms", "2h", "soon", "99999999999999999999s"})
    void anythingElseIsSaidInOneSentence(String stated) {
        System.setProperty(STATEMENT, stated);
        assertThatThrownBy(() -> Settings.database(Path.of("x")))
                .isInstanceOf(LedgerFailure.class)
                .hasMessage("ledger.database.statement-timeout is no time between 1 s and 3600 s: write it like 10s.");
    }

    @Test
    void theReadmeNamesThemAndTheLongestWait() throws IOException {
        DatabaseTimeouts usual = DatabaseTimeouts.DEFAULT;
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("| `ledger.database.connect-timeout` | "
                        + usual.connect().toSeconds() + "s |")
                .contains("| `ledger.database.statement-timeout` | "
                        + usual.statement().toSeconds() + "s |")
                .contains("at most " + usual.longest().toSeconds() + " seconds");
    }
}
