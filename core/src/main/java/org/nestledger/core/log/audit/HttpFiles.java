package org.nestledger.core.log.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a log below a URL. */
public final class HttpFiles implements LogFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final String prefix;
    private final @Nullable String token;
    private final HttpClient client;

    /**
     * The files below a URL such as {@code https://ledger.example/log}.
     *
     * @throws IllegalArgumentException when it is no such URL
     */
    public HttpFiles(String url) {
        this(url, null);
    }

    /**
     * The same for the bearer of a token, which is sent to this server alone: whoever it points to is not followed.
     *
     * @param token nobody's when absent
     * @throws IllegalArgumentException when it is no such URL
     */
    public HttpFiles(String url, @Nullable String token) {
        URI uri = URI.create(url);
        if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("https?")) {
            throw new IllegalArgumentException(url + " is no http or https URL");
        }
        prefix = url.endsWith("/") ? url : url + "/";
        this.token = token;
        client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(token == null ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        URI uri = URI.create(prefix + path);
        try {
            HttpResponse<byte[]> response = client.send(request(uri), BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case OK -> Optional.of(response.body());
                case NOT_FOUND -> Optional.empty();
                default -> throw new IOException(uri + " answers with status " + response.statusCode());
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (IOException unreachable) {
            throw unreachable.getMessage() != null && unreachable.getMessage().contains(" answers with status ")
                    ? unreachable
                    : new IOException(uri + " cannot be reached", unreachable);
        }
    }

    private HttpRequest request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
