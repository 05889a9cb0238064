package org.nestledger.api.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedDemonstration;
import org.nestledger.api.testing.ServedLedger;

class ThePageToTryItIT {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    private final Http demonstration = ServedDemonstration.shared().http();

    @Test
    void thePageIsWhereItIsSaidToBe() {
        Http.Answer short_ = demonstration.get("/docs");
        assertThat(short_.status()).isEqualTo(302);
        assertThat(short_.headers().get("location")).endsWith("/docs/");
        Http.Answer page = demonstration.get("/docs/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.type()).startsWith("text/html");
    }

    /** Whoever opens the address that a server prints when it starts finds out what it is. */
    @Test
    void theServersAddressAloneLeadsToThePage() {
        Http.Answer root = demonstration.get("/");
        assertThat(root.status()).isEqualTo(302);
        assertThat(root.headers().get("location")).endsWith("/docs/");
        assertThat(demonstration.get("/nothing").status()).isEqualTo(404);
    }

    /** Every script, style and image is there, on the same server. */
    @Test
    void thePageNeedsNoOtherHost() {
        String page = demonstration.get("/docs/").text();
        assertThat(LINK.matcher(page).results().map(MatchResult::group)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(LINK.matcher(page).results().map(link -> link.group(1))).allSatisfy(link -> {
            assertThat(link).startsWith("/").doesNotStartWith("//");
            assertThat(demonstration.get(link).status()).as(link).isEqualTo(200);
        });
        assertThat(demonstration.get("/docs/page.js").text())
                .contains("/api/v1/openapi.json", "validatorUrl: null")
                .doesNotContain("http:", "https:");
    }

    /** A browser runs no script that stands in the page, and the page has none. */
    @Test
    void thePageIsUnderTheSameHeadersAsEverythingElse() {
        Http.Answer page = demonstration.get("/docs/");
        Http.Answer other = demonstration.get("/api/v1/zones?limit=1");
        for (String header :
                new String[] {"content-security-policy", "x-frame-options", "x-content-type-options", "referrer-policy"
                }) {
            assertThat(page.headers().get(header))
                    .as(header)
                    .isNotNull()
                    .isEqualTo(other.headers().get(header));
        }
        assertThat(page.headers().get("content-security-policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe-eval", "http");
        assertThat(page.text()).doesNotContainPattern("<script(?![^>]*src=)").doesNotContainPattern(" on[a-z]+=");
    }

    /** A browser sends no token with a link, so the page asks for it; there is nothing of the ledger in it. */
    @Test
    void thePageAndTheDescriptionAreForEverybody() {
        Http nobody = new Http(ServedLedger.shared().http().address());
        for (String path : new String[] {"/docs/", "/docs/page.js", "/api/v1/openapi.json", "/api/v1/openapi.yaml"}) {
            assertThat(nobody.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(nobody.get("/").status()).isEqualTo(302);
    }
}
