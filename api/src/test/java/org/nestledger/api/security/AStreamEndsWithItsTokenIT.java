package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.api.database.ApiTokens;
import org.nestledger.api.testing.Http;

class AStreamEndsWithItsTokenIT {

    private static final Duration LATEST = Duration.ofSeconds(45);

    private final SecuredLedger ledger = SecuredLedger.shared();
    private final ApiTokens tokens = new ApiTokens(ledger.runtime().database().requests());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    private Http auditor(String name) {
        Optional<String> token = tokens.create(name, List.of("auditor@*"), "test", null);
        return ledger.nobody().bearing(token.orElseThrow());
    }

    /** How much comes until the stream ends, once it has begun. */
    private CompletableFuture<Long> read(Http who) throws Exception {
        HttpResponse<InputStream> stream = client.send(
                HttpRequest.newBuilder(URI.create(who.address() + "/api/v1/events/live"))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", who.authorization())
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        return CompletableFuture.supplyAsync(() -> drain(stream.body()));
    }

    /** However it ended. */
    private static long drain(InputStream in) {
        long bytes = 0;
        try {
            while (in.read() >= 0) {
                bytes++;
            }
        } catch (IOException ended) {
            return bytes;
        }
        return bytes;
    }

    private void record() {
        String zone = "s-" + UUID.randomUUID();
        assertThat(ledger.everything()
                        .command("DesignateZone", SecuredLedger.zone(zone, null))
                        .status())
                .isEqualTo(201);
    }

    /** Both streams look at their tokens from time to time, that of whoever goes on reading before the other. */
    @Test
    void whoeverMayNotReadAnyMoreReadsNoMoreAndOthersGoOnReading() throws Exception {
        String name = "stream-" + UUID.randomUUID();
        CompletableFuture<Long> goingOn = read(auditor("kept-" + UUID.randomUUID()));
        Http auditor = auditor(name);
        CompletableFuture<Long> read = read(auditor);
        record();
        assertThat(read).isNotDone();

        Instant revoked = Instant.now();
        assertThat(tokens.revoke(name)).isTrue();
        while (!read.isDone() && Instant.now().isBefore(revoked.plus(LATEST))) {
            record();
            Thread.sleep(500);
        }
        assertThat(read).isDone();
        assertThat(read.get()).as("bytes before the end").isPositive();
        assertThat(auditor.get("/api/v1/events?limit=1").status()).isEqualTo(401);

        record();
        Thread.sleep(2_000);
        assertThat(goingOn).as("after a look at its token").isNotDone();
    }
}
