package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

class OtherSitesPagesGetNothingDoneIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
    })
    void whatTheySendIsRefused(String header, String value) {
        long head = ledger.head();
        Http.Answer answer = send(header, value);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("CROSS_SITE");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void whatThisServersPagesSendIsTaken() {
        assertThat(send("Sec-Fetch-Site", "same-origin").status()).isEqualTo(201);
        assertThat(send("Origin", http.address()).status()).isEqualTo(201);
    }

    @Test
    void theyAreNotToldThatTheyMayRead() {
        Http.Answer answer = http.get("/api/v1/zones", "Origin", "https://evil.example");
        assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        Http.Answer preflight = http.send(
                "OPTIONS",
                "/api/v1/commands/DesignateZone",
                null,
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST");
        assertThat(preflight.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/zones", "/log/checkpoint", "/nothing", "/actuator/health"})
    void everyAnswerTellsBrowsersToBeCareful(String path) {
        Http.Answer answer = http.get(path);
        assertThat(answer.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("x-frame-options", "DENY")
                .doesNotContainKey("strict-transport-security")
                .doesNotContainKey("set-cookie");
        assertThat(answer.headers().get("content-security-policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
    }

    /** A page of theirs may have a name of theirs that points to this machine. */
    @ParameterizedTest
    @CsvSource({"evil.example, 403", "localhost, 200", "127.0.0.1, 200", "[::1], 200", "10.0.0.1, 403"})
    void whereReadingIsOpenTheAddressIsThisMachines(String host, int status) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ledger.port())) {
            socket.getOutputStream()
                    .write(("GET /api/v1/zones?limit=1 HTTP/1.1\r\nHost: " + host + ":" + ledger.port()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    private Http.Answer send(String header, String value) {
        String body = Commands.zone(Commands.id("site"));
        return http.send(
                "POST",
                "/api/v1/commands/DesignateZone",
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                header,
                value);
    }
}
