package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.log.audit.HttpFiles;
import org.nestledger.core.log.audit.LogAudit;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.VerifierKey;

class TheLogOverHttpIT {

    private static final Http HTTP = ServedLedger.shared().http();

    @BeforeAll
    static void recordSomething() throws InterruptedException {
        String _ = Commands.newZone(HTTP);
        assertThat(ServedLedger.shared()
                        .runtime()
                        .signer()
                        .awaitCheckpoint(ServedLedger.shared().head(), Duration.ofSeconds(30)))
                .isTrue();
    }

    private static List<VerifierKey> keys() {
        return HTTP.get("/log/vkey").text().lines().map(VerifierKey::parse).toList();
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.open(HTTP.get("/log/checkpoint").text().getBytes(StandardCharsets.UTF_8), keys());
    }

    @Test
    void theCheckpointIsASignedNoteThatIsCachedForAMoment() {
        Http.Answer answer = HTTP.get("/log/checkpoint");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(answer.headers()).containsEntry("cache-control", "max-age=1");
        assertThat(checkpoint().size()).isPositive();
    }

    @Test
    void theKeyIsTheSameAsTheOneThatSigns() {
        Http.Answer answer = HTTP.get("/log/vkey");
        assertThat(answer.type()).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(keys())
                .singleElement()
                .satisfies(key -> assertThat(key.name()).isEqualTo(checkpoint().origin()));
    }

    @Test
    void tilesAndBundlesAreBytesThatNeverChange() {
        Http.Answer tile = HTTP.get("/log/tile/0/000.p/1");
        assertThat(tile.status()).isEqualTo(200);
        assertThat(tile.type()).isEqualTo("application/octet-stream");
        assertThat(tile.headers()).containsEntry("cache-control", "max-age=31536000, public, immutable");
        assertThat(tile.headers()).containsEntry("content-length", "32");
        Http.Answer bundle = HTTP.get("/log/tile/entries/000.p/1");
        assertThat(bundle.type()).isEqualTo("application/octet-stream");
        assertThat(bundle.headers()).containsEntry("cache-control", "max-age=31536000, private, immutable");
        assertThat(bundle.text()).contains("\"type\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log",
                "/log/",
                "/log/checkpoint/",
                "/log/tile",
                "/log/tile/",
                "/log/tile/0",
                "/log/tile/0/0",
                "/log/tile/0/000/",
                "/log/tile/00/000.p/1",
                "/log/tile/0/000.p/01",
                "/log/tile/0/000.p/256",
                "/log/tile/0/x000/000.p/1",
                "/log/tile/data/000.p/1",
                "/log/tile/8/0/000",
                "/log/tile/0/%30%30%30.p/1",
                "/log/tile/0/000.p/1;x=1",
                "/log/tile//0/000.p/1",
                "/log/tile/1/000",
                "/log/tile/0/999",
                "/log/tile/0/x999/x999/x999/x999/x999/999",
                "/log/tile/63/000.p/1",
                "/log/tile/entries/001.p/1",
                "/log/issuer",
                "/log/tile/0/000.p/255"
            })
    void whatIsNotCanonicalOrNotPublishedIsNotThere(String path) {
        assertThat(status("GET", path)).isIn(404, 400);
        assertThat(HTTP.get("/log/tile/0/000.p/1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/log/checkpoint", "/log/vkey", "/log/tile/0/000.p/1"})
    void filesAreOnlyRead(String path) {
        assertThat(status("POST", path)).isEqualTo(405);
        assertThat(status("DELETE", path)).isEqualTo(405);
        assertThat(status("HEAD", path)).isEqualTo(200);
    }

    @Test
    void anybodyVerifiesTheRunningServerAndItsGrowth() throws IOException {
        try (HttpFiles files = new HttpFiles(HTTP.address() + "/log")) {
            LogAudit audit = new LogAudit(files, keys());
            LogAudit.Verified first = audit.verify(null, (_, _) -> {});
            String _ = Commands.newZone(HTTP);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> checkpoint().size() > first.checkpoint().size());
            LogAudit.Verified second = audit.verify(first.note().toBytes(), (_, _) -> {});
            assertThat(second.checkpoint().size())
                    .isGreaterThan(first.checkpoint().size());
        }
    }

    @Test
    void healthSaysWhoSignsAndHowFarBehindTheSignatureIs() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var signer = HTTP.get("/actuator/health").json().at("/components/signer");
            assertThat(signer.at("/status").asString()).isEqualTo("UP");
            assertThat(signer.at("/details/role").asString()).isEqualTo("signs");
            assertThat(signer.at("/details/unsignedEvents").asLong()).isZero();
        });
    }

    /** The status of a request that is sent to the letter, as no client library would send it. */
    private static int status(String method, String path) {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), ServedLedger.shared().port())) {
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }
}
