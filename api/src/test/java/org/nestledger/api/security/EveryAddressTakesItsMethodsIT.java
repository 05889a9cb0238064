package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.security.EndpointTable.Row;
import org.nestledger.api.testing.Http;

/** Walks every address that a controller answers; the table of them is held complete by {@link EveryEndpointKnowsWhoAsksIT}. */
class EveryAddressTakesItsMethodsIT {

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    private final Http http = SecuredLedger.shared().everything();

    /** The address at which failures are answered takes every method that fails. */
    static Stream<String> addresses() {
        return EndpointTable.rows().stream()
                .filter(row -> !row.pattern().equals("/error"))
                .map(Row::request);
    }

    static Stream<String> readings() {
        return addresses().filter(request -> !isCommand(request));
    }

    /** An approval has no body. */
    static Stream<String> commands() {
        return addresses().filter(EveryAddressTakesItsMethodsIT::isCommand).filter(path -> !path.endsWith("/approval"));
    }

    private static boolean isCommand(String request) {
        return request.startsWith("POST ");
    }

    private String path(String request) {
        return SecuredLedger.shared().address(request.replace("POST ", ""));
    }

    private static Set<String> allowed(String request) {
        Set<String> allowed =
                new TreeSet<>(isCommand(request) ? Set.of("POST", "OPTIONS") : Set.of("GET", "HEAD", "OPTIONS"));
        if (request.endsWith("/proposals/{proposal}")) {
            allowed.add("DELETE");
        }
        return allowed;
    }

    private static Set<String> named(Http.Answer answer) {
        assertThat(answer.headers()).containsKey("allow");
        return new TreeSet<>(List.of(answer.headers().get("allow").split(" *, *", -1)));
    }

    private static void assertProblem(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("detail").asString()).isNotBlank();
        assertThat(answer.json().get("remedy").asString()).isNotBlank();
        assertThat(answer.headers()).doesNotContainKey("etag");
    }

    @ParameterizedTest
    @MethodSource("readings")
    void headIsGetWithoutItsBody(String request) {
        Http.Answer get = http.get(path(request));
        Http.Answer head = http.send("HEAD", path(request), null);
        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.text()).isEmpty();
        assertThat(headers(head)).isEqualTo(headers(get));
        assertThat(head.headers()).containsKey("content-length");
    }

    private static Map<String, String> headers(Http.Answer answer) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.keySet().removeAll(List.of("date", "connection"));
        return headers;
    }

    @Test
    void headOfALiveStreamEnds() {
        Http.Answer head = http.send("HEAD", "/api/v1/events/live?after=0", null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.type()).startsWith("text/event-stream");
        assertThat(head.headers()).doesNotContainKey("etag");
        assertThat(http.send("HEAD", "/api/v1/events/live?after=999999", null).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void optionsNamesTheMethods(String request) {
        Http.Answer options = http.send("OPTIONS", path(request), null);
        assertThat(options.status()).isBetween(200, 204);
        assertThat(options.text()).isEmpty();
        assertThat(named(options)).isEqualTo(allowed(request));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anotherMethodIsRefusedWithThoseThatThereAre(String request) {
        for (String method : METHODS) {
            if (!allowed(request).contains(method)) {
                Http.Answer refused = http.send(method, path(request), EMPTY, "Content-Type", "application/json");
                assertThat(named(refused)).isEqualTo(allowed(request));
                if (!method.equals("HEAD")) {
                    assertProblem(refused, 405, "METHOD_NOT_ALLOWED");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whatIsNotThereInTheAcceptedFormIsRefused(String request) {
        String method = isCommand(request) ? "POST" : "GET";
        byte[] body = isCommand(request) ? EMPTY : null;
        for (String accept : List.of("image/png", "*/*;q=0", "nonsense")) {
            Http.Answer refused =
                    http.send(method, path(request), body, "Content-Type", taken(request), "Accept", accept);
            assertProblem(refused, 406, "NOT_ACCEPTABLE");
        }
    }

    private static String taken(String request) {
        return request.endsWith("/commands") ? "application/x-ndjson" : "application/json";
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aBodyOfAnotherTypeIsRefusedWithTheTypesThatAreTaken(String request) {
        long head = SecuredLedger.shared().runtime().log().head();
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")) {
            Http.Answer refused = http.post(path(request), EMPTY, type);
            assertProblem(refused, 415, "UNSUPPORTED_MEDIA_TYPE");
            assertThat(refused.headers()).containsEntry("accept-post", taken(request));
            assertThat(refused.headers())
                    .containsEntry("accept", refused.headers().get("accept-post"));
        }
        assertProblem(http.send("POST", path(request), EMPTY), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(SecuredLedger.shared().runtime().log().head()).isEqualTo(head);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anEncodedBodyIsRefusedAsSuch(String request) {
        Http.Answer refused = encoded(request, "gzip");
        assertProblem(refused, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(refused.json().get("detail").asString()).contains("Content-Encoding");
        assertThat(refused.headers()).containsEntry("accept-encoding", "identity");
        assertThat(encoded(request, "identity").status()).isNotEqualTo(415);
    }

    private Http.Answer encoded(String request, String encoding) {
        return http.send("POST", path(request), EMPTY, "Content-Type", taken(request), "Content-Encoding", encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "BREW", "PROPFIND"})
    void aMethodThatNoAddressTakesIsAProblem(String method) {
        Http.Answer refused = http.send(method, "/api/v1/zones", null);
        assertThat(refused.status()).isBetween(400, 405);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(refused.json().get("code").asString()).isNotBlank();
    }

    @Test
    void anAddressThatIsNotThereIsNotThereForAnyMethod() {
        for (String method : List.of("GET", "POST", "DELETE")) {
            Http.Answer missing = http.send(method, "/api/v1/nothing", EMPTY, "Content-Type", "application/json");
            assertThat(missing.status()).isIn(404, 405);
            assertThat(missing.type()).startsWith("application/problem+json");
        }
    }
}
