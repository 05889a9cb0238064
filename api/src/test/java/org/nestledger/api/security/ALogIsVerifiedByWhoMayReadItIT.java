package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.api.cli.CommandLineRun;
import org.nestledger.api.testing.ServedLedger;

class ALogIsVerifiedByWhoMayReadItIT {

    private static final String TOKEN = "ledger.token";

    private final SecuredLedger ledger = SecuredLedger.shared();

    @AfterEach
    void forget() {
        System.clearProperty(TOKEN);
    }

    @Test
    void anAuditorOfAllZonesVerifiesIt() {
        System.setProperty(TOKEN, ServedLedger.token(ledger.runtime(), List.of("auditor@*")));
        CommandLineRun verified = verify();
        assertThat(verified.status()).as(verified.err()).isZero();
        assertThat(verified.out()).startsWith("Verified: ");
    }

    @Test
    void nobodyElseReadsItsRecords() {
        CommandLineRun nobody = verify();
        assertThat(nobody.status()).isEqualTo(1);
        assertThat(nobody.err())
                .contains("answers with status 401; put a token that may read all records into LEDGER_TOKEN.");

        String token = ServedLedger.token(ledger.runtime(), List.of("viewer@*"));
        System.setProperty(TOKEN, token);
        CommandLineRun viewer = verify();
        assertThat(viewer.status()).isEqualTo(1);
        assertThat(viewer.err())
                .contains("answers with status 403; the token in LEDGER_TOKEN may not read it.")
                .doesNotContain(token);
    }

    @Test
    void whatIsNoTokenIsSaidInOneLine() {
        System.setProperty(TOKEN, "a b");
        CommandLineRun wrong = verify();
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err().strip())
                .isEqualTo("ledger: LEDGER_TOKEN is no token: it has a character that no token has.");
    }

    private CommandLineRun verify() {
        String key = ledger.nobody().get("/log/vkey").text().lines().findFirst().orElseThrow();
        return CommandLineRun.of("verify", ledger.nobody().address() + "/log", "--vkey=" + key);
    }
}
