package org.nestledger.api.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.testing.ServedDemonstration;

/** Nobody has to say how long a body is before it comes. */
class LongBodiesAreRefusedIT {

    private static final String USER =
            Base64.getEncoder().encodeToString("headquarters:demo".getBytes(StandardCharsets.US_ASCII));

    private final RawHttp http =
            new RawHttp(ServedDemonstration.shared().server().port());

    @ParameterizedTest
    @CsvSource({
        "/api/v1/commands/RegisterParcel, application/json, 2000000, 413",
        "/api/v1/commands, application/x-ndjson, 9000000, 413",
        "/api/v1/commands/RegisterParcel, application/json, 10, 400"
    })
    void aBodyThatComesInPiecesIsNotReadBeyondItsLimit(String path, String type, int bytes, int status)
            throws IOException {
        long head = ServedDemonstration.shared().runtime().log().head();

        RawHttp.Answer answer = http.send(inPieces(path, type, bytes));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains(status == 413 ? "\"TOO_LARGE\"" : "\"code\"");
        assertThat(ServedDemonstration.shared().runtime().log().head()).isEqualTo(head);
    }

    private static byte[] inPieces(String path, String type, int bytes) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + USER
                        + "\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        String piece = "[".repeat(10_000);
        for (int sent = 0; sent < bytes; sent += piece.length()) {
            String part = piece.substring(0, Math.min(piece.length(), bytes - sent));
            request.writeBytes(
                    (Integer.toHexString(part.length()) + "\r\n" + part + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        request.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return request.toByteArray();
    }
}
