package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

/** Over real connections: a client that accepts gzip gets fewer bytes, which are the same answer. */
class AnswersAreCompressedIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final ServedLedger LEDGER = ServedLedger.shared();

    private static String zone;
    private static String large;

    private final Http http = LEDGER.http();

    @BeforeAll
    static void fill() {
        Http http = LEDGER.http();
        zone = Commands.newZone(http);
        large = "/api/v1/parcels?zone=" + zone;
        for (int i = 0; i < 40; i++) {
            http.command("RegisterParcel", Commands.parcel(zone, Commands.id("gz"), "1"));
        }
        http.get(large + "&minPosition=" + LEDGER.head());
    }

    private HttpResponse<byte[]> send(String method, String path, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(http.address() + path))
                    .setHeader("Authorization", http.authorization())
                    .method(method, BodyPublishers.noBody());
            if (headers.length > 0) {
                request.headers(headers);
            }
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String unpacked(HttpResponse<byte[]> answer) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv"})
    void whatIsLargeIsCompressedForWhoeverAcceptsIt(String type) throws IOException {
        HttpResponse<byte[]> plain = send("GET", large, "Accept", type);
        HttpResponse<byte[]> packed = send("GET", large, "Accept", type, "Accept-Encoding", "gzip, deflate, br");
        assertThat(header(plain, "content-encoding")).isEmpty();
        assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
        assertThat(unpacked(packed)).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
        assertThat(packed.body().length).isLessThan(plain.body().length / 3);
        for (HttpResponse<byte[]> answer : List.of(plain, packed)) {
            assertThat(header(answer, "content-length")).isEqualTo(Integer.toString(answer.body().length));
            assertThat(String.join(",", answer.headers().allValues("vary"))).contains("Accept", "Accept-Encoding");
        }
        assertThat(header(packed, "etag")).isEqualTo(header(plain, "etag").replaceAll("\"$", "-gzip\""));
    }

    @Test
    void bothFormsHaveTheirTagAndEachIsUnderstood() {
        String plain = header(send("GET", large), "etag");
        String packed = header(send("GET", large, "Accept-Encoding", "gzip"), "etag");
        assertThat(packed).isNotEqualTo(plain);
        for (String held : List.of(packed, "\"other\", W/" + packed, plain)) {
            HttpResponse<byte[]> same = send("GET", large, "Accept-Encoding", "gzip", "If-None-Match", held);
            assertThat(same.statusCode()).as(held).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(header(same, "etag")).isEqualTo(held.equals(plain) ? plain : packed);
            assertThat(String.join(",", same.headers().allValues("vary"))).contains("Accept-Encoding");
        }
        assertThat(send("GET", large, "If-None-Match", plain).statusCode()).isEqualTo(304);
        // Whoever does not take gzip any more cannot use what it has of it.
        assertThat(send("GET", large, "If-None-Match", packed).statusCode()).isEqualTo(200);
    }

    @Test
    void aTagOfBytesIsUnderstoodAsWell() {
        String events = "/api/v1/events?limit=50";
        String packed = header(send("GET", events, "Accept-Encoding", "gzip"), "etag");
        assertThat(packed).endsWith("-gzip\"");
        HttpResponse<byte[]> same = send("GET", events, "Accept-Encoding", "gzip", "If-None-Match", packed);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(header(same, "etag")).isEqualTo(packed);
        assertThat(header(same, "cache-control")).isEqualTo("no-cache, private");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "gzip                       | gzip",
                "GZIP                       | gzip",
                "x-gzip                     | gzip",
                "*                          | gzip",
                "br;q=1.0, gzip;q=0.8, *;q=0.1 | gzip",
                "gzip;q=0                   | -",
                "gzip;q=0, *                | -",
                "*;q=0                      | -",
                "identity, gzip;q=0.5       | -",
                "br                         | -",
                "gzip;q=nonsense            | -",
                "'  ,;=, '                  | -",
            })
    void whatIsAcceptedIsUnderstood(String accepted, String coding) {
        HttpResponse<byte[]> answer = send("GET", large, "Accept-Encoding", accepted);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-encoding")).isEqualTo(coding == null ? "" : coding);
    }

    @Test
    void whatIsSmallIsLeftAsItIs() {
        HttpResponse<byte[]> small = send("GET", large + "&limit=1", "Accept-Encoding", "gzip");
        assertThat(header(small, "content-encoding")).isEmpty();
        assertThat(small.body().length).isBetween(1, Gzip.MIN_BYTES - 1);
        assertThat(header(small, "etag")).doesNotContain("gzip");
        assertThat(String.join(",", small.headers().allValues("vary"))).contains("Accept-Encoding");
    }

    @Test
    void aProblemIsCompressedWhenItIsLarge() throws IOException {
        String unknown = "/api/v1/reports/annual/figures/no.such/explain?year=2023&zone=" + zone;
        HttpResponse<byte[]> plain = send("GET", unknown);
        assertThat(plain.body().length).isGreaterThan(500);
        HttpResponse<byte[]> packed = send("GET", unknown, "Accept-Encoding", "gzip");
        assertThat(packed.statusCode()).isEqualTo(404);
        assertThat(header(packed, "content-type")).isEqualTo("application/problem+json");
        boolean worthIt = plain.body().length >= Gzip.MIN_BYTES;
        assertThat(header(packed, "content-encoding")).isEqualTo(worthIt ? "gzip" : "");
        assertThat(worthIt ? unpacked(packed) : new String(packed.body(), StandardCharsets.UTF_8))
                .isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
    }

    @Test
    void headHasTheHeadersOfGet() {
        for (String coding : List.of("gzip", "identity")) {
            HttpResponse<byte[]> get = send("GET", large, "Accept-Encoding", coding);
            HttpResponse<byte[]> head = send("HEAD", large, "Accept-Encoding", coding);
            assertThat(head.body()).isEmpty();
            for (String name : List.of("content-length", "content-encoding", "content-type", "etag", "vary")) {
                assertThat(head.headers().allValues(name))
                        .as(name)
                        .isEqualTo(get.headers().allValues(name));
            }
        }
    }

    /** However few they are: how many will come is not known when the first is given. */
    @Test
    void theLinesOfABatchAreCompressed() throws Exception {
        String line = "{\"command\":\"DesignateZone\","
                + Commands.zone(Commands.id("batch")).strip().substring(1);
        HttpRequest.Builder batch = HttpRequest.newBuilder(URI.create(http.address() + "/api/v1/commands"))
                .headers("Authorization", http.authorization(), "Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(line.replace("\n", " ") + "\n{}\n"));
        HttpResponse<byte[]> packed =
                CLIENT.send(batch.copy().header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
        assertThat(unpacked(packed).lines()).hasSize(2).first().asString().startsWith("{\"line\":1,\"status\":201");
        HttpResponse<byte[]> plain = CLIENT.send(batch.build(), BodyHandlers.ofByteArray());
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).startsWith("{\"line\":1,\"status\":200");
    }

    @Test
    void liveEventsAndFilesOfTheLogAreAsTheyAre() throws Exception {
        HttpRequest live = HttpRequest.newBuilder(URI.create(http.address() + "/api/v1/events/live?after=0"))
                .headers("Authorization", http.authorization(), "Accept-Encoding", "gzip")
                .build();
        HttpResponse<java.io.InputStream> stream = CLIENT.send(live, BodyHandlers.ofInputStream());
        try (var body = stream.body()) {
            assertThat(stream.headers().firstValue("content-encoding")).isEmpty();
            assertThat(stream.headers().firstValue("etag")).isEmpty();
            assertThat(new String(body.readNBytes(200), StandardCharsets.UTF_8)).contains("id:1\n");
        }
        HttpResponse<byte[]> file = send("GET", "/log/checkpoint", "Accept-Encoding", "gzip");
        assertThat(header(file, "content-encoding")).isEmpty();
        assertThat(header(file, "content-length")).isEqualTo(Integer.toString(file.body().length));
    }
}
