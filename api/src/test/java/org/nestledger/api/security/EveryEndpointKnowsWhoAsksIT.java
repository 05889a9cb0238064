package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.api.security.EndpointTable.Row;
import org.nestledger.api.testing.Http;

class EveryEndpointKnowsWhoAsksIT {

    private final SecuredLedger ledger = SecuredLedger.shared();

    @Test
    void theTableHasEveryAddressThatAControllerAnswers() {
        Set<String> named = EndpointTable.rows().stream().map(Row::pattern).collect(Collectors.toSet());
        assertThat(named).containsExactlyInAnyOrderElementsOf(ledger.server().addresses());
    }

    static Stream<Arguments> everyRoleAtEveryAddress() {
        return EndpointTable.rows().stream()
                .flatMap(row -> row.answers().entrySet().stream()
                        .flatMap(cell -> senders(cell.getKey())
                                .map(sender -> Arguments.of(sender, row.request(), cell.getValue()))));
    }

    @ParameterizedTest(name = "{0}: {1} answers {2}")
    @MethodSource
    void everyRoleAtEveryAddress(String sender, String request, String expected) {
        Http http = sender.equals("nobody") ? ledger.nobody() : ledger.bearer(sender);
        assertAnswer(send(http, request), expected);
    }

    static Stream<Arguments> whoSeesAllZones() {
        return EndpointTable.rows().stream()
                .flatMap(row -> Stream.of("auditor@*", "headquarters@*", "viewer@*")
                        .map(sender -> Arguments.of(sender, row.request(), everywhere(sender, row))));
    }

    /** What one of the zone may see, one of all zones may see, and the whole log besides. */
    private static String everywhere(String sender, Row row) {
        String role = sender.replace("@*", "");
        if (row.request().equals("/api/v1/refusals")) {
            return role.equals("auditor") ? "ok" : "403";
        }
        boolean listOfAll = Set.of("/api/v1/zones", "/api/v1/projects").contains(row.request());
        boolean wholeLog = row.answers().get("auditor").equals("403");
        return role.equals("viewer") && !listOfAll
                ? row.answers().get("viewer")
                : wholeLog || listOfAll ? "ok" : row.answers().get(role);
    }

    @ParameterizedTest(name = "{0}: {1} answers {2}")
    @MethodSource
    void whoSeesAllZones(String sender, String request, String expected) {
        assertAnswer(send(ledger.bearer(sender), request), expected);
    }

    /** A zone that one may see includes those within it, and not the one above. */
    @Test
    void aRoleIsInheritedDownwardsAlone() {
        assertThat(ledger.bearer("viewer@own").get("/api/v1/parcels?zone=sub").status())
                .isEqualTo(200);
        assertThat(ledger.bearer("viewer@sub").get("/api/v1/parcels?zone=own").status())
                .isEqualTo(403);
        assertThat(ledger.bearer("auditor@own").get("/api/v1/zones/sub").status())
                .isEqualTo(200);
        assertThat(ledger.bearer("auditor@sub").get("/api/v1/zones/own").status())
                .isEqualTo(403);
    }

    @Test
    void aZoneIsNotSmuggledInBesideAnother() {
        Http.Answer answer = ledger.bearer("viewer@own").get("/api/v1/parcels?zone=own&zone=foreign");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void whatIsUnknownIsNotThereForWhoeverIsInAZone() {
        Http.Answer answer = ledger.bearer("auditor@own").get("/api/v1/parcels/nowhere");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_FOUND");
    }

    private Http.Answer send(Http http, String request) {
        String path = ledger.address(request);
        return path.startsWith("POST ")
                ? http.post(
                        path.substring(5), "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/json")
                : http.get(path);
    }

    private static void assertAnswer(Http.Answer answer, String expected) {
        if (expected.equals("ok")) {
            assertThat(answer.status()).as(answer.text()).isNotIn(401, 403, 429).isLessThan(500);
            return;
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(Integer.parseInt(expected));
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString())
                .isEqualTo(
                        switch (expected) {
                            case "401" -> "UNAUTHENTICATED";
                            case "404" -> "NOT_FOUND";
                            default -> "NOT_PERMITTED";
                        });
        assertThat(answer.json().get("remedy").asString()).isNotBlank();
        assertThat(answer.headers().containsKey("www-authenticate")).isEqualTo(expected.equals("401"));
    }

    private static Stream<String> senders(String column) {
        return switch (column) {
            case "nobody" -> Stream.of("nobody");
            case "staff" -> Stream.of("committee@own", "platform@own");
            case "headquarters" -> Stream.of("headquarters@own", "province@own");
            case "foreign" -> Stream.of("auditor@foreign", "headquarters@foreign", "viewer@foreign");
            default -> List.of(column + "@own").stream();
        };
    }
}
