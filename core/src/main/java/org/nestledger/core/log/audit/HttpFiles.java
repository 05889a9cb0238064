package org.nestledger.core.log.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.UnverifiedException;

/** The files of a log below a URL. */
public final class HttpFiles implements LogFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CONNECTING = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final String prefix;
    private final @Nullable String token;
    private final Duration patience;
    private final HttpClient client;

    /**
     * The files below a URL such as {@code https://ledger.example/log}.
     *
     * @throws IllegalArgumentException when it is no such URL; the message is a clause about it
     */
    public HttpFiles(String url) {
        this(url, null);
    }

    /**
     * The same for the bearer of a token, which is sent to this server alone: whoever it points to is not followed.
     *
     * @param token nobody's when absent
     * @throws IllegalArgumentException when it is no such URL; the message is a clause about it
     */
    public HttpFiles(String url, @Nullable String token) {
        this(url, token, PATIENCE);
    }

    /** The same with this time for each file, from the request to the last byte. */
    HttpFiles(String url, @Nullable String token, Duration patience) {
        prefix = LogUrl.prefix(url);
        this.token = token;
        this.patience = patience;
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(token == null ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        URI uri = URI.create(prefix + path);
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request(uri), answer -> body(answer, uri, FileSize.limit(path)));
        try {
            // The client's own timeout ends with the headers.
            HttpResponse<byte[]> response = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return switch (response.statusCode()) {
                case OK -> Optional.of(decoded(response, uri, FileSize.limit(path)));
                case NOT_FOUND -> Optional.empty();
                case UNAUTHORIZED, FORBIDDEN -> throw new NotPermittedException(status(uri, response));
                default -> throw new IOException(status(uri, response));
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (TimeoutException slow) {
            throw new IOException(uri + " has not sent the whole file within " + patience.toSeconds() + " s", slow);
        } catch (ExecutionException failed) {
            throw failure(uri, failed);
        } finally {
            sent.cancel(true);
        }
    }

    private static BodySubscriber<byte[]> body(ResponseInfo answer, URI uri, int limit) {
        ContentCoding coding = ContentCoding.of(answer.headers());
        return answer.statusCode() == OK && coding != ContentCoding.UNKNOWN
                ? new LimitedBody(coding.limit(limit), FileSize.exceeded(uri.toString()))
                : BodySubscribers.replacing(new byte[0]);
    }

    private static byte[] decoded(HttpResponse<byte[]> response, URI uri, int limit) throws IOException {
        HttpHeaders headers = response.headers();
        return ContentCoding.of(headers).decode(response.body(), limit, uri, headers);
    }

    private static String status(URI uri, HttpResponse<?> response) {
        return uri + " answers with status " + response.statusCode();
    }

    private static IOException failure(URI uri, ExecutionException failed) {
        return switch (failed.getCause()) {
            case Error fatal -> throw fatal;
            case UnverifiedException tooLarge -> throw tooLarge;
            case null, default -> new IOException(uri + " cannot be reached", failed);
        };
    }

    private HttpRequest request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept-Encoding", ContentCoding.ACCEPTED);
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
