package org.nestledger.core.log.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nestledger.core.log.checkpoint.AddCheckpoint;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;

/** One witness, as a log sees it. It has a second for each answer, and 64 KiB. */
public final class WitnessClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long MAX_BYTES = 65_536;
    private static final String SIZE_TYPE = "text/x.tlog.size";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final URI uri;
    private final VerifierKey key;
    private static final int HIGHEST_PORT = 65_535;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * A witness.
     *
     * @param url the prefix to submit under, such as {@code https://witness.example/w1}
     * @param key what it cosigns with
     * @throws IllegalArgumentException when it is no such URL
     */
    public WitnessClient(String url, VerifierKey key) {
        this.uri = URI.create((url.endsWith("/") ? url : url + "/") + "add-checkpoint");
        this.key = key;
        if (uri.getHost() == null
                || uri.getScheme() == null
                || !uri.getScheme().matches("https?")
                || uri.getPort() > HIGHEST_PORT) {
            throw new IllegalArgumentException("\"" + url + "\" is no http or https URL");
        }
    }

    /** Asks for a cosignature. */
    public WitnessAnswer ask(AddCheckpoint checkpoint) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(checkpoint.format()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
        try {
            return understood(checkpoint, sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            return new WitnessAnswer.Failed("it does not answer within a second");
        } catch (ExecutionException failed) {
            return new WitnessAnswer.Failed(
                    switch (failed.getCause()) {
                        case java.net.http.HttpTimeoutException _ -> "it does not answer within a second";
                        case IOException _ -> "it cannot be reached, or answers with more than a witness would";
                        case null, default -> "it cannot be asked: " + failed.getMessage();
                    });
        } finally {
            sent.cancel(true);
        }
    }

    private WitnessAnswer understood(AddCheckpoint checkpoint, HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case OK -> cosigned(checkpoint, response.body());
            case CONFLICT -> conflict(response);
            case BAD_REQUEST -> new WitnessAnswer.Refused("it takes the request for malformed (400)");
            case FORBIDDEN -> new WitnessAnswer.Refused("it does not know the key that signed (403)");
            case NOT_FOUND -> new WitnessAnswer.Refused("it does not know this log (404)");
            case UNPROCESSABLE ->
                new WitnessAnswer.Refused("this checkpoint does not go on from the one that it holds (422):"
                        + " the log may have been forked");
            default -> new WitnessAnswer.Failed("it answers with status " + response.statusCode());
        };
    }

    private WitnessAnswer cosigned(AddCheckpoint checkpoint, byte[] lines) {
        try {
            return new WitnessAnswer.Cosigned(checkpoint.note().cosignatures(lines, key));
        } catch (UnverifiedException wrong) {
            return new WitnessAnswer.Failed("its answer is no cosignature of the checkpoint: " + wrong.what());
        }
    }

    private static WitnessAnswer conflict(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.ISO_8859_1);
        boolean stated = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.strip().equals(SIZE_TYPE))
                .isPresent();
        return stated && body.matches("(0|[1-9][0-9]{0,17})\n")
                ? new WitnessAnswer.Holds(Long.parseLong(body.stripTrailing()))
                : new WitnessAnswer.Refused("it holds another checkpoint and does not say which (409)");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
