package org.nestledger.api.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes that no client library would send, and reads what comes back. */
final class RawHttp {

    private static final int PATIENCE_MS = 20_000;
    private static final int MOST = 4_000_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** @param status 0 when the server hung up without an answer */
    record Answer(int status, String head, String body) {

        String type() {
            Matcher type = Pattern.compile("(?i)\r\ncontent-type: *([^\r;]+)").matcher(head);
            return type.find() ? type.group(1).strip().toLowerCase(Locale.ROOT) : "";
        }
    }

    /** @throws java.net.SocketTimeoutException when the server takes too long */
    Answer send(byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (SocketException answeredBefore) {
                // it may refuse a body that it has not read to its end
            }
            return answer(read(socket.getInputStream()));
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        try {
            for (int n = in.read(buffer); n >= 0 && all.size() < MOST; n = in.read(buffer)) {
                all.write(buffer, 0, n);
                if (all.size() == n && isStream(all)) {
                    break;
                }
            }
        } catch (SocketException reset) {
            // what was read until then counts
        }
        return all.toByteArray();
    }

    /** It would go on for ever. */
    private static boolean isStream(ByteArrayOutputStream all) {
        String head = all.toString(StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0];
        return head.contains("Content-Type: text/event-stream");
    }

    private static Answer answer(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^HTTP/1\\.1 100[^\r]*\r\n\r\n", "");
        Matcher status = STATUS.matcher(text);
        int end = text.indexOf("\r\n\r\n");
        if (!status.lookingAt() || end < 0) {
            return new Answer(0, text, "");
        }
        String head = text.substring(0, end + 2);
        String body = text.substring(end + 4);
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new Answer(Integer.parseInt(status.group(1)), head, chunked ? unchunked(body) : body);
    }

    /** Good enough for problems, which are short and of one chunk. */
    private static String unchunked(String body) {
        return body.replaceFirst("^[0-9a-fA-F]+\r\n", "").replaceFirst("\r\n0\r\n\r\n$", "");
    }
}
