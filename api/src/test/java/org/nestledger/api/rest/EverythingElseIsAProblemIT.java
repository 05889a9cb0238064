package org.nestledger.api.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.decision.RefusalCode;

class EverythingElseIsAProblemIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404, NOT_FOUND",
        "GET, /api/v1, 404, NOT_FOUND",
        "GET, /api/v1/zones/nowhere, 404, NOT_FOUND",
        "GET, /api/v1/parcels/nowhere, 404, NOT_FOUND",
        "GET, /api/v1/projects/nowhere, 404, NOT_FOUND",
        "GET, /api/v1/commands/DesignateZone, 405, METHOD_NOT_ALLOWED",
        "DELETE, /api/v1/zones, 405, METHOD_NOT_ALLOWED",
        "PUT, /api/v1/zones/x, 405, METHOD_NOT_ALLOWED",
        "GET, /error, 404, NOT_FOUND",
        "GET, /actuator/env, 404, NOT_FOUND",
        "GET, /api/v1/zones?q=%zz, 400, INVALID_PARAMETER",
        "GET, /api/v1/zones?q=%00, 400, INVALID_PARAMETER",
        "GET, /api/v1/zones?limit=0x10, 400, INVALID_PARAMETER",
        "GET, /api/v1/zones?limit=010, 400, INVALID_PARAMETER",
        "GET, /api/v1/zones?limit=99999999999, 400, INVALID_PARAMETER",
        "GET, /api/v1/events?after=%230, 400, INVALID_PARAMETER",
        "GET, /api/v1/events/0x1/proof, 400, INVALID_PARAMETER",
        "GET, /api/v1/zones?zone=a%0Ab, 400, INVALID_PARAMETER",
        "GET, /api/v1/projects?cursor=AApiCg, 400, INVALID_PARAMETER",
        "GET, /api/v1/projects?sort=planned&cursor=eAp5, 400, INVALID_PARAMETER",
        "GET, /api/v1/reports/annual?zone=%00&year=2023, 400, INVALID_PARAMETER",
        "GET, /api/v1/reports/annual?zone=x&year=999999999, 400, INVALID_PARAMETER",
        "GET, /api/v1/reports/annual?zone=x&year=-5, 400, INVALID_PARAMETER",
        "GET, /api/v1/reports/annual?zone=x&year=23, 400, INVALID_PARAMETER",
        "GET, /api/v1/reports/annual?zone=x&year=2023&asOf=%2B9999999-01-01, 400, INVALID_PARAMETER",
    })
    void inOneForm(String method, String path, int status, String code) {
        Http.Answer answer = path.contains("%zz") ? raw(path) : http.send(method, path, null);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"", "\"detail\":", "\"remedy\":");
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("<html");
    }

    @Test
    void anAnswerThatIsNotAcceptableIsRefused() {
        Http.Answer answer = http.get("/api/v1/zones", "Accept", "image/png");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void aMethodThatIsNotAllowedSaysWhichAre() {
        Http.Answer answer = http.get("/api/v1/commands/DesignateZone");
        assertThat(answer.headers().get("allow")).isEqualTo("OPTIONS,POST");
    }

    @Test
    void whatIsNoHttpIsAProblemToo() {
        assertThat(raw("/a\u0001b").text()).contains("application/problem+json", "\"code\":\"MALFORMED\"");
    }

    @Test
    void healthKnowsDatabaseAndReadModels() {
        Http.Answer answer = http.get("/actuator/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/components/database/status").asString()).isEqualTo("UP");
        assertThat(answer.json().at("/components/projection/status").asString()).isEqualTo("UP");
        assertThat(answer.json().at("/components/projection/details").has("position"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsTheSendersMistake(RefusalCode code) {
        assertThat(RefusalStatus.of(code).is4xxClientError()).isTrue();
    }

    /** A request that no client library would send. */
    private Http.Answer raw(String path) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ledger.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            String text = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return new Http.Answer(Integer.parseInt(text.substring(9, 12)), Map.of(), text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
