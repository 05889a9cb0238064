package org.nestledger.api.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nestledger.api.rest.openapi.Description.Operation;

/**
 * A request as it is sent, byte for byte.
 *
 * @param kind what is wrong with it
 * @param operation whose it is as far as the server can tell; absent when it is nobody's
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
record HostileRequest(
        String kind, Operation operation, String method, String target, List<String> headers, byte[] body) {

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (headers.stream().noneMatch(header -> header.startsWith("Content-Length"))
                && (body.length > 0 || method.equals("POST"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return kind + ": " + (text.length() <= 700 ? text : text.substring(0, 700) + "…");
    }
}
