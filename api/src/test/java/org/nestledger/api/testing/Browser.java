package org.nestledger.api.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in a Chromium without a window, in which scripts are run through the DevTools protocol. */
public final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final WebSocket page;
    private int asked;

    /** Opens an address; skips the test when there is no browser. */
    public Browser(Path profile, String address) throws IOException, InterruptedException {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "no Chromium on the PATH");
        process = new ProcessBuilder(List.of(
                        program.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        page = opened(port(profile.resolve("DevToolsActivePort")), address);
    }

    private static Optional<Path> program() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(directory -> List.of("chromium", "chromium-browser", "google-chrome").stream()
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int port(Path file) throws IOException {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Files.exists(file) && Files.readString(file).contains("\n"));
        return Integer.parseInt(Files.readAllLines(file).getFirst());
    }

    private WebSocket opened(int port, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + "/json/new?" + URLEncoder.encode(address, StandardCharsets.UTF_8)))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String opened = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        String channel = JSON.readTree(opened).get("webSocketDebuggerUrl").asString();
        return http.newWebSocketBuilder()
                .buildAsync(URI.create(channel), new Messages())
                .join();
    }

    /** Whole messages, of which the channel may give parts. */
    private final class Messages implements WebSocket.Listener {

        private final StringBuilder begun = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            begun.append(part);
            if (last) {
                messages.add(begun.toString());
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    /** What a script's expression is on the page, as text; empty when it is nothing. */
    public String value(String expression) throws InterruptedException {
        asked++;
        page.sendText(
                        JSON.writeValueAsString(JSON.createObjectNode()
                                .put("id", asked)
                                .put("method", "Runtime.evaluate")
                                .set("params", JSON.createObjectNode().put("expression", expression))),
                        true)
                .join();
        for (String message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                message != null;
                message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            JsonNode answer = JSON.readTree(message);
            if (answer.path("id").asInt(0) == asked) {
                return answer.at("/result/result/value").asString("");
            }
        }
        throw new AssertionError("the browser does not answer " + expression);
    }

    /** The text of the first element that a CSS selector finds, when it is there. */
    public String awaitText(String selector) {
        String expression = "document.querySelector('" + selector + "')?.textContent";
        return Awaitility.await().atMost(PATIENCE).until(() -> value(expression), text -> !text.isEmpty());
    }

    /** Clicks the first element that a CSS selector finds, when it is there. */
    public void click(String selector) throws InterruptedException {
        awaitText(selector);
        value("document.querySelector('" + selector + "').click()");
    }

    @Override
    public void close() throws InterruptedException {
        page.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
        http.close();
    }
}
