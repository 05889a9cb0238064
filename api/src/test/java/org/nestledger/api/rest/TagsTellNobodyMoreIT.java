package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

class TagsTellNobodyMoreIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();
    private final String zone = Commands.newZone(http);

    @Test
    void eventsAndFilesHaveTheTagOfTheirBytes() {
        for (String path : List.of("/api/v1/events?limit=1", "/log/vkey", "/api/v1/events/1/proof")) {
            Http.Answer first = http.get(path);
            String tag = first.headers().get("etag");
            assertThat(tag).as(path + first.text()).matches("\"[0-9a-f]{32}\"");
            assertThat(http.get(path, "If-None-Match", "W/" + tag).status()).isEqualTo(304);
            assertThat(http.get(path, "If-None-Match", "\"other\"").text()).isEqualTo(first.text());
        }
        String page = "/api/v1/events?limit=1";
        assertThat(List.of(
                        tagOf(http.get(page)),
                        tagOf(http.get(page, "Accept", "application/json")),
                        tagOf(http.get(page + "&after=1"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void whoMayNotHaveAnAnswerIsNotToldThatItIsTheSame() {
        String asked = "/api/v1/parcels?zone=" + zone;
        String tag = tagOf(http.get(asked + "&minPosition=" + ledger.head()));
        String other = Commands.newZone(http);
        Http stranger =
                new Http(http.address()).bearing(ServedLedger.token(ledger.runtime(), List.of("viewer@" + other)));
        Http.Answer refused = stranger.get(asked, "If-None-Match", tag);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.headers()).doesNotContainKey("etag");
        assertThat(stranger.get(asked, "If-None-Match", "*").status()).isEqualTo(403);
        assertThat(refused.headers().get("cache-control")).contains("no-store");
    }

    /** Whoever may have an answer gets the same one, so that the tag says nothing of who asks. */
    @Test
    void theTagIsTheSameForEverybodyWhoMayHaveTheAnswer() {
        String asked = "/api/v1/parcels?zone=" + zone;
        String tag = tagOf(http.get(asked + "&minPosition=" + ledger.head()));
        Http viewer = new Http(http.address()).bearing(ServedLedger.token(ledger.runtime(), List.of("viewer@" + zone)));
        assertThat(viewer.get(asked, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(viewer.get(asked).text()).isEqualTo(http.get(asked).text());
    }

    private static String tagOf(Http.Answer answer) {
        return answer.headers().get("etag");
    }
}
