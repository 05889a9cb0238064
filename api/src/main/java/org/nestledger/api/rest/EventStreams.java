package org.nestledger.api.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final LedgerRuntime runtime;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    EventStreams(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    /** The log's name, by which its events are told from those of another ledger. */
    String source() {
        String key = runtime.signer().verifierKeys().getFirst().toString();
        return key.substring(0, key.indexOf('+'));
    }

    /** Begins to send what is after the position, and goes on until the client or the server ends. */
    SseEmitter open(long after) {
        if (clients.size() >= MOST) {
            throw new ProblemException(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "BUSY",
                    "As many clients follow the log as the server can serve.",
                    "Come back in a moment, or read page by page."));
        }
        Client client = new Client(new LiveEvents(runtime.log(), QUIET), new CloudEventWriter(source()));
        clients.add(client);
        Thread.ofVirtual().name("event-stream").start(() -> run(client, after));
        return client.emitter;
    }

    private void run(Client client, long after) {
        try {
            client.events.follow(after, client);
            client.emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The server has noticed as well and ends the request; what is left of it must not be touched.
            LOG.debug("a client of the event stream is gone", gone);
        } catch (InterruptedException _) {
            client.emitter.complete();
        } catch (RuntimeException failure) {
            LOG.error("An event stream ends.", failure);
            client.emitter.complete();
        } finally {
            clients.remove(client);
        }
    }

    /** Before the server waits for the requests that it took. Whoever follows comes back, to this server or another. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        clients.forEach(client -> client.events.end());
    }

    private static final class Client implements LiveEvents.Listener {

        private final SseEmitter emitter = new SseEmitter(FOR_EVER);
        private final LiveEvents events;
        private final CloudEventWriter writer;

        Client(LiveEvents events, CloudEventWriter writer) {
            this.events = events;
            this.writer = writer;
            emitter.onCompletion(events::end);
            emitter.onTimeout(events::end);
            emitter.onError(_ -> events.end());
        }

        @Override
        public void event(RecordedEvent event) throws IOException {
            emitter.send(SseEmitter.event()
                    .id(Long.toString(event.position()))
                    .name(event.type())
                    .data(new String(writer.one(event), StandardCharsets.UTF_8), TEXT));
        }

        @Override
        public void nothing() throws IOException {
            emitter.send(SseEmitter.event().comment("nothing new"));
        }
    }
}
