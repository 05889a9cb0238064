package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.testing.TestDatabase;
import org.nestledger.query.testing.TestLedger;

@Timeout(120)
class EventsComeAsTheyAreRecordedIT {

    private final TestDatabase database = TestLedger.migrated();
    private LedgerRuntime runtime = LedgerRuntime.open(ServedLedger.at(database.jdbcUrl()), Clock.systemUTC());
    private LedgerServer server = LedgerServer.start(runtime, 0);

    @AfterEach
    void close() {
        server.close();
        runtime.close();
        database.close();
    }

    /** Reads a stream line by line. */
    private static final class Stream implements AutoCloseable {

        private final HttpURLConnection connection;
        private final BufferedReader lines;

        Stream(Http http, String query, @Nullable Long lastEventId) throws IOException {
            connection = (HttpURLConnection) URI.create(http.address() + "/api/v1/events/live" + query)
                    .toURL()
                    .openConnection();
            connection.setRequestProperty("Accept", "text/event-stream");
            connection.setRequestProperty("Authorization", http.authorization());
            connection.setReadTimeout((int) Duration.ofSeconds(30).toMillis());
            if (lastEventId != null) {
                connection.setRequestProperty("Last-Event-ID", lastEventId.toString());
            }
            InputStream in = connection.getInputStream();
            lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        /** The id of the next event, whose data must be the event of that position; absent at the end. */
        @Nullable
        Long next() throws IOException {
            Long id = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = Long.valueOf(line.substring(3).strip());
                } else if (line.startsWith("data:")) {
                    assertThat(ApiJson.mapper()
                                    .readTree(line.substring(5))
                                    .path("position")
                                    .asString())
                            .isEqualTo(String.valueOf(id));
                } else if (line.isEmpty() && id != null) {
                    return id;
                }
            }
            return null;
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }

    private void record(int zones) {
        Http http = ServedLedger.http(runtime, server);
        for (int i = 0; i < zones; i++) {
            String _ = Commands.newZone(http);
        }
    }

    @Test
    void throughReconnectsNoneIsMissedAndNoneComesTwice() throws Exception {
        int zones = 120;
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> record(zones));
        Random random = new Random(7);
        List<Long> seen = new ArrayList<>();
        while (seen.size() < zones) {
            try (Stream stream =
                    new Stream(ServedLedger.http(runtime, server), "", seen.isEmpty() ? null : seen.getLast())) {
                for (int left = 1 + random.nextInt(20); left > 0 && seen.size() < zones; left--) {
                    seen.add(stream.next());
                }
            }
        }
        writer.get();
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, zones).boxed().toList());
    }

    @Test
    void theyBeginAfterThePositionThatIsStated() throws Exception {
        record(3);
        try (Stream stream = new Stream(ServedLedger.http(runtime, server), "?after=2", null)) {
            assertThat(stream.next()).isEqualTo(3);
            record(1);
            assertThat(stream.next()).isEqualTo(4);
        }
    }

    @Test
    void whoComesBackSaysByItsHeaderWhereItWas() throws Exception {
        record(3);
        try (Stream stream = new Stream(ServedLedger.http(runtime, server), "?after=0", 2L)) {
            assertThat(stream.next()).isEqualTo(3);
        }
    }

    @Test
    void aPositionThatTheLogDoesNotHaveIsRefused() {
        Http.Answer answer = ServedLedger.http(runtime, server)
                .get("/api/v1/events/live", "Accept", "text/event-stream", "Last-Event-ID", "77");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("The header Last-Event-ID is 77, and the log's last position is 0");
        assertThat(ServedLedger.http(runtime, server)
                        .get("/api/v1/events/live?after=78", "Accept", "text/event-stream")
                        .text())
                .contains("parameter \\\"after\\\" is 78, and the log's last position is 0");
    }

    @Test
    void theServerEndsThemWhenItStopsAndTheyGoOnWithTheNext() throws Exception {
        record(2);
        try (Stream stream = new Stream(ServedLedger.http(runtime, server), "", null)) {
            assertThat(stream.next()).isEqualTo(1);
            assertThat(stream.next()).isEqualTo(2);
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            assertThat(stream.next()).isNull();
            closed.get();
        }
        runtime.close();
        runtime = LedgerRuntime.open(ServedLedger.at(database.jdbcUrl()), Clock.systemUTC());
        server = LedgerServer.start(runtime, 0);
        record(1);
        try (Stream stream = new Stream(ServedLedger.http(runtime, server), "", 2L)) {
            assertThat(stream.next()).isEqualTo(3);
        }
    }
}
