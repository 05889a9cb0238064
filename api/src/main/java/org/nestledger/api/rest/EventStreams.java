package org.nestledger.api.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.nestledger.api.events.CloudEventWriter;
import org.nestledger.api.events.LiveEvents;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The clients that follow the log, each on a thread of its own. */
@Component
final class EventStreams {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    /** Each keeps a connection of the server and, while it reads, one of the database. */
    private static final int MOST = 200;

    /** Shorter than what proxies take for dead. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private static final long FOR_EVER = 0;

    /** How long a token that is not valid any more keeps a stream open, besides {@link #QUIET}. */
    private static final Duration TRUST = Duration.ofSeconds(10);

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final LedgerRuntime runtime;
    private final Clock clock;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    EventStreams(LedgerRuntime runtime, Clock clock) {
        this.runtime = runtime;
        this.clock = clock;
    }

    /** The log's name, by which its events are told from those of another ledger. */
    String source() {
        return runtime.signer().verifierKeys().getFirst().name();
    }

    /**
     * Begins to send what is after the position, and goes on until the client or the server ends.
     *
     * @param admitted asked from time to time whether the client may still have it
     */
    SseEmitter open(long after, BooleanSupplier admitted) {
        if (clients.size() >= MOST) {
            throw new ProblemException(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "BUSY",
                    "As many clients follow the log as the server can serve.",
                    "Come back in a moment, or read page by page."));
        }
        // An event that cannot be read is a problem that can still be answered when it is the first.
        List<RecordedEvent> _ = runtime.log().read(after, 1);
        Client client =
                new Client(new LiveEvents(runtime.log(), QUIET), new CloudEventWriter(source()), new Watch(admitted));
        clients.add(client);
        Thread.ofVirtual().name("event-stream").start(() -> run(client, after));
        return client.emitter;
    }

    private void run(Client client, long after) {
        try {
            client.events.follow(after, client);
        } catch (IOException gone) {
            LOG.debug("a client of the event stream is gone", gone);
        } catch (InterruptedException _) {
            LOG.debug("an event stream is interrupted");
        } catch (RuntimeException failure) {
            LOG.error("An event stream ends: {}", failure.getMessage());
        } finally {
            clients.remove(client);
            client.complete();
        }
    }

    /** Before the server waits for the requests that it took. Whoever follows comes back, to this server or another. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        clients.forEach(client -> client.events.end());
    }

    /** Looks now and then whether a client is still admitted. */
    private final class Watch {

        private final BooleanSupplier admitted;
        private Instant next = clock.instant().plus(TRUST);

        Watch(BooleanSupplier admitted) {
            this.admitted = admitted;
        }

        void check() throws IOException {
            Instant now = clock.instant();
            if (!now.isBefore(next)) {
                if (!admitted.getAsBoolean()) {
                    throw new IOException("not admitted any more");
                }
                next = now.plus(TRUST);
            }
        }
    }

    private static final class Client implements LiveEvents.Listener {

        private final SseEmitter emitter = new SseEmitter(FOR_EVER);
        private final LiveEvents events;
        private final CloudEventWriter writer;
        private final Watch watch;

        /** The server has noticed first, and nothing of the request may be touched any more. */
        private volatile boolean gone;

        Client(LiveEvents events, CloudEventWriter writer, Watch watch) {
            this.watch = watch;
            this.events = events;
            this.writer = writer;
            emitter.onCompletion(this::end);
            emitter.onTimeout(this::end);
            emitter.onError(_ -> end());
        }

        private void end() {
            gone = true;
            events.end();
        }

        void complete() {
            if (!gone) {
                emitter.complete();
            }
        }

        @Override
        public void event(RecordedEvent event) throws IOException {
            send(SseEmitter.event()
                    .id(Long.toString(event.position()))
                    .data(new String(writer.one(event), StandardCharsets.UTF_8), TEXT));
        }

        @Override
        public void nothing() throws IOException {
            send(SseEmitter.event().comment("nothing new"));
        }

        private void send(SseEmitter.SseEventBuilder message) throws IOException {
            watch.check();
            try {
                emitter.send(message);
            } catch (IOException | IllegalStateException lost) {
                gone = true;
                throw new IOException(lost);
            }
        }
    }
}
