package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.nestledger.api.database.ApiTokens;
import org.nestledger.api.testing.Http;

class AStreamEndsWithItsTokenIT {

    private static final Duration LATEST = Duration.ofSeconds(45);

    private final SecuredLedger ledger = SecuredLedger.shared();
    private final ApiTokens tokens = new ApiTokens(ledger.runtime().database().requests());
    private final String name = "stream-" + UUID.randomUUID();

    private Http auditor() {
        Optional<String> token = tokens.create(name, List.of("auditor@*"), "test", null);
        return ledger.nobody().bearing(token.orElseThrow());
    }

    private HttpURLConnection open(Http who) throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(who.address() + "/api/v1/events/live").toURL().openConnection();
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setRequestProperty("Authorization", who.authorization());
        connection.setReadTimeout((int) LATEST.toMillis());
        return connection;
    }

    private void record() {
        String zone = "s-" + UUID.randomUUID();
        assertThat(ledger.everything()
                        .command("DesignateZone", SecuredLedger.zone(zone, null))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoeverMayNotReadAnyMoreReadsNoMore() throws Exception {
        Http auditor = auditor();
        HttpURLConnection stream = open(auditor);
        InputStream in = stream.getInputStream();
        CompletableFuture<Long> read = CompletableFuture.supplyAsync(() -> drain(in));
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
    }

    /** How much came until the end, however it ended. */
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

    @Test
    void whoeverMayGoesOnReading() throws Exception {
        Http auditor = auditor();
        HttpURLConnection stream = open(auditor);
        CompletableFuture<Long> read = CompletableFuture.supplyAsync(() -> {
            try {
                return drain(stream.getInputStream());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        Instant end = Instant.now().plus(Duration.ofSeconds(13));
        while (Instant.now().isBefore(end)) {
            record();
            Thread.sleep(500);
        }
        assertThat(read).as("after a look at its token").isNotDone();
        stream.disconnect();
    }
}
