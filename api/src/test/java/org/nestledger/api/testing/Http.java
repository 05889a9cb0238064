package org.nestledger.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.nestledger.api.runtime.ApiJson;
import tools.jackson.databind.JsonNode;

/**
 * Requests to a server, and answers as JSON.
 *
 * @param authorization what is sent as proof of who sends them; nothing when absent
 */
public record Http(String address, String authorization) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Requests of somebody of whom nothing is known. */
    public Http(String address) {
        this(address, null);
    }

    /** The same in the name of a token's bearer. */
    public Http bearing(String token) {
        return new Http(address, "Bearer " + token);
    }

    /** The same in the name of a user with a password. */
    public Http as(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Http(address, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** An answer; the body is missing when it is no JSON. */
    public record Answer(int status, Map<String, String> headers, String text) {

        public JsonNode json() {
            return ApiJson.mapper().readTree(text);
        }

        public String type() {
            return headers.getOrDefault("content-type", "");
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Gives a command, as JSON. */
    public Answer command(String name, String body) {
        return post("/api/v1/commands/" + name, body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    public Answer post(String path, byte[] body, String contentType) {
        return send("POST", path, body, "Content-Type", contentType);
    }

    public Answer send(String method, String path, byte[] body, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            if (authorization != null) {
                request.setHeader("Authorization", authorization);
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            Map<String, String> first = new java.util.HashMap<>();
            response.headers().map().forEach((name, values) -> first.put(name, values.getFirst()));
            return new Answer(response.statusCode(), first, response.body());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
