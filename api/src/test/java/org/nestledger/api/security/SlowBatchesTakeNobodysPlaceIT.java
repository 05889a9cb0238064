package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;

/** Batches whose bodies come slowly or not at all, while others send theirs. */
class SlowBatchesTakeNobodysPlaceIT {

    private static final int MORE_THAN_THERE_ARE_PLACES = 12;
    private static final int PATIENCE_MILLIS = 10_000;

    private final SecuredLedger ledger = SecuredLedger.shared();
    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket each : slow) {
            each.close();
        }
    }

    /** Begins a batch, and sends no more than its first byte. */
    private Socket begin(Http sender) throws IOException {
        URI address = URI.create(sender.address());
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        slow.add(socket);
        socket.setSoTimeout(PATIENCE_MILLIS);
        String head = "POST /api/v1/commands HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: " + sender.authorization() + "\r\nContent-Length: 1000\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    private static Http.Answer batch(Http sender) {
        String line = Commands.parcel("own", Commands.id("batch"), "1")
                .replace("\n", " ")
                .replaceFirst("\\{", "{\"command\":\"RegisterParcel\",");
        return sender.post("/api/v1/commands", line.getBytes(StandardCharsets.UTF_8), "application/x-ndjson");
    }

    @Test
    void aBatchTakesItsPlaceWhenItIsThere() throws Exception {
        for (int i = 0; i < MORE_THAN_THERE_ARE_PLACES; i++) {
            begin(ledger.bearer("committee@own"));
        }
        Thread.sleep(1_000);
        Http.Answer other = batch(ledger.bearer("platform@own"));
        assertThat(other.status()).as(other.text()).isEqualTo(200);
        assertThat(other.text()).contains("\"status\":201");
    }

    @Test
    void oneSenderSendsAFewAtATime() throws Exception {
        Socket last = begin(ledger.bearer("platform@sub"));
        for (int i = 0; i < MORE_THAN_THERE_ARE_PLACES; i++) {
            Thread.sleep(100);
            last = begin(ledger.bearer("platform@sub"));
        }
        assertThat(answer(last)).isEqualTo("HTTP/1.1 503");
    }

    @Test
    void whoeverMayGiveNoCommandIsNotWaitedFor() throws Exception {
        for (String reader : List.of("viewer@own", "auditor@*")) {
            assertThat(answer(begin(ledger.bearer(reader)))).isEqualTo("HTTP/1.1 403");
            assertThat(batch(ledger.bearer(reader)).status()).isEqualTo(403);
        }
    }
}
