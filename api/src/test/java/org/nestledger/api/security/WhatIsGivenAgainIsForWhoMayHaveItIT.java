package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.api.testing.Http;

class WhatIsGivenAgainIsForWhoMayHaveItIT {

    /** The first answer is computed and kept, the second is noted, from the third on it comes the short way. */
    private static final int UNTIL_IT_COMES_THE_SHORT_WAY = 3;

    private static final Map<String, String> SENDERS = Map.of(
            "viewer", "viewer@own", "staff", "committee@own", "auditor", "auditor@own", "foreign", "auditor@foreign");

    private final SecuredLedger ledger = SecuredLedger.shared();

    static Stream<Arguments> everyReadingAddress() {
        return EndpointTable.rows().stream()
                .filter(row -> row.request().startsWith("/api/v1/"))
                .filter(row -> !row.request().contains("/live"))
                .map(row -> Arguments.of(row.request(), row.answers()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyReadingAddress")
    void whatAnAuditorHasSeenStaysHiddenFromOthers(String request, Map<String, String> answers) {
        String path = ledger.address(request);
        Http auditor = ledger.bearer("auditor@*");
        List<String> seen = Stream.generate(() -> auditor.get(path).text())
                .limit(UNTIL_IT_COMES_THE_SHORT_WAY)
                .toList();

        SENDERS.forEach(
                (column, sender) -> assertAnswer(ledger.bearer(sender).get(path), answers.get(column), seen.getLast()));
        assertAnswer(ledger.nobody().get(path), answers.get("nobody"), seen.getLast());
    }

    private static void assertAnswer(Http.Answer answer, String expected, String seen) {
        if (expected.equals("ok")) {
            assertThat(answer.status()).as(answer.text()).isNotIn(401, 403);
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(Integer.parseInt(expected));
            assertThat(answer.text()).isNotEqualTo(seen);
            assertThat(answer.headers()).doesNotContainKey("etag");
        }
    }
}
