package org.nestledger.core.log.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.nestledger.core.log.checkpoint.AddCheckpoint;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy.Witness;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.Proofs;

/** A real witness of one log: it verifies, remembers and cosigns as C2SP tlog-witness says, unless it is told to misbehave. */
public final class TestWitness implements AutoCloseable {

    /** How it answers. */
    public enum Manner {
        HONEST,
        WRONG_SIGNATURE,
        FOREIGN_KEY,
        GARBAGE,
        NOTHING,
        HUGE,
        SLOW,
        SLOW_BODY,
        BROKEN,
        REDIRECTING
    }

    private static final long NOW = 1_767_225_600;

    private final WitnessKey key;
    private final WitnessKey foreign = WitnessKey.generate("foreign.example/w");
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AddCheckpoint> requests = new CopyOnWriteArrayList<>();
    private volatile Collection<VerifierKey> logs = List.of();
    private volatile Manner manner = Manner.HONEST;
    private long size;
    private byte[] root = LeafHash.ofNothing();

    public TestWitness(String name) {
        key = WitnessKey.generate(name);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/w/add-checkpoint", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Knows logs by these keys. */
    public TestWitness knowing(Collection<VerifierKey> keys) {
        logs = List.copyOf(keys);
        return this;
    }

    public void behave(Manner next) {
        manner = next;
    }

    /** Makes it believe that it cosigned this before. */
    public synchronized void remember(long otherSize, byte[] otherRoot) {
        size = otherSize;
        root = otherRoot.clone();
    }

    public synchronized long size() {
        return size;
    }

    public List<AddCheckpoint> requests() {
        return requests;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/w";
    }

    public VerifierKey key() {
        return key.verifierKey();
    }

    public Witness witness() {
        return new Witness(key.name(), key(), url());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (manner) {
                case HONEST -> judge(exchange);
                case WRONG_SIGNATURE -> {
                    AddCheckpoint asked = asked(exchange);
                    var right = key.cosign(asked.note(), NOW);
                    byte[] bytes = right.bytes();
                    bytes[20]++;
                    send(
                            exchange,
                            200,
                            new org.nestledger.core.log.checkpoint.NoteSignature(right.keyName(), right.keyId(), bytes)
                                    + "\n");
                }
                case FOREIGN_KEY ->
                    send(exchange, 200, foreign.cosign(asked(exchange).note(), NOW) + "\n");
                case GARBAGE -> send(exchange, 200, "\u0000\u00ffno signature at all");
                case NOTHING -> send(exchange, 200, "");
                case HUGE -> huge(exchange);
                case SLOW -> {
                    sleep();
                    judge(exchange);
                }
                case SLOW_BODY -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('-');
                    exchange.getResponseBody().flush();
                    sleep();
                }
                case BROKEN -> send(exchange, 500, "");
                case REDIRECTING -> {
                    exchange.getResponseHeaders().add("Location", url() + "/add-checkpoint");
                    send(exchange, 307, "");
                }
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private AddCheckpoint asked(HttpExchange exchange) throws IOException {
        AddCheckpoint asked = AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
        requests.add(asked);
        return asked;
    }

    private synchronized void judge(HttpExchange exchange) throws IOException {
        AddCheckpoint asked;
        Checkpoint checkpoint;
        try {
            asked = asked(exchange);
            checkpoint = Checkpoint.parse(asked.note().text());
        } catch (UnverifiedException malformed) {
            send(exchange, 400, "");
            return;
        }
        if (logs.stream().noneMatch(log -> log.name().equals(checkpoint.origin()))) {
            send(exchange, 404, "");
        } else if (asked.note().signers(logs).isEmpty()) {
            send(exchange, 403, "");
        } else if (asked.oldSize() > checkpoint.size()) {
            send(exchange, 400, "");
        } else if (asked.oldSize() != size || (size == checkpoint.size() && !Arrays.equals(root, checkpoint.root()))) {
            exchange.getResponseHeaders().add("Content-Type", "text/x.tlog.size");
            send(exchange, 409, size + "\n");
        } else if (!grows(asked, checkpoint)) {
            send(exchange, 422, "");
        } else {
            size = checkpoint.size();
            root = checkpoint.root();
            send(exchange, 200, key.cosign(asked.note(), NOW) + "\n");
        }
    }

    private boolean grows(AddCheckpoint asked, Checkpoint checkpoint) {
        return asked.oldSize() == 0
                ? asked.proof().isEmpty()
                : Proofs.verifyConsistency(asked.oldSize(), root, checkpoint.size(), checkpoint.root(), asked.proof());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    private static void huge(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] much = new byte[65_536];
        Arrays.fill(much, (byte) 'x');
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 1_000; i++) {
                out.write(much);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
