package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.events.CloudEventWriter;
import org.nestledger.api.events.EventPage;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.security.Admission;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.publish.KeyRotated;
import org.nestledger.query.page.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.util.UriComponentsBuilder;

/** The events of the log as CloudEvents: a page after a position, or all after it and then each as it is recorded. */
@RestController
final class EventController {

    private static final String EVENTS = "/api/v1/events";
    private static final String LIVE = EVENTS + "/live";
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final LedgerRuntime runtime;
    private final EventStreams streams;
    private final Admission admission;

    EventController(LedgerRuntime runtime, EventStreams streams, Admission admission) {
        this.runtime = runtime;
        this.streams = streams;
        this.admission = admission;
    }

    /** Events of the log as CloudEvents: as many as {@code limit}, or fewer. While there are more, {@code Link} says where. */
    @GetMapping(
            path = EVENTS,
            produces = {BATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<byte[]> page(
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "100") int limit,
            @RequestHeader HttpHeaders asked) {
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw invalid(
                    "parameter \"limit\"",
                    "must be from 1 to " + PageRequest.MAX_LIMIT,
                    "Ask for fewer, page by page.");
        }
        EventPage page = EventPage.after(runtime.log(), known("parameter \"after\"", after), checked(type), limit);
        byte[] events = new CloudEventWriter(streams.source()).batch(page.events());
        String next = next(page, type, limit).orElse("");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(ReadTag.of(events, next, asked.getAccept().toString()))
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION)
                .headers(headers -> {
                    if (!next.isEmpty()) {
                        headers.add(HttpHeaders.LINK, next);
                    }
                })
                .body(events);
    }

    /** All events after a position, then each as it is recorded (Server-Sent Events). Each has its position as id, so that a client which comes back goes on where it was. */
    @GetMapping(path = LIVE, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @RequestParam(required = false) @Nullable Long after,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable Long lastEventId,
            HttpServletRequest request) {
        return streams.open(known(after, lastEventId), admission.of(request));
    }

    /** What {@code GET} begins with; the events themselves have no end that a request could wait for. */
    @RequestMapping(path = LIVE, method = RequestMethod.HEAD, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Void> liveHead(
            @RequestParam(required = false) @Nullable Long after,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable Long lastEventId) {
        long _ = known(after, lastEventId);
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).build();
    }

    private long known(@Nullable Long after, @Nullable Long lastEventId) {
        return lastEventId == null
                ? known("parameter \"after\"", after)
                : known("header " + LAST_EVENT_ID, lastEventId);
    }

    /** A position of this log: who has seen more has seen another one, and would wait for what never comes. */
    private long known(String where, @Nullable Long after) {
        EventLog log = runtime.log();
        if (after != null && (after < 0 || after > log.head())) {
            throw invalid(
                    where,
                    "is " + after + ", and the log's last position is " + log.head(),
                    "Give the position of an event that you have, or 0.");
        }
        return after == null ? 0 : after;
    }

    /** The name of the type in the log, which events are given with the ledger's own before it. */
    private static @Nullable String checked(@Nullable String type) {
        String name = type != null && type.startsWith(CloudEventWriter.PREFIX)
                ? type.substring(CloudEventWriter.PREFIX.length())
                : type;
        if (name != null && !EventTypes.byName().containsKey(name) && !name.equals(KeyRotated.TYPE.name())) {
            throw invalid(
                    "parameter \"type\"", "is no type of event", "Give one like org.nestledger.supply.LandSupplied.");
        }
        return name;
    }

    private static ProblemException invalid(String where, String what, String remedy) {
        return new ProblemException(Problem.parameter("INVALID_PARAMETER", "The " + where + " " + what + ".", remedy));
    }

    private static Optional<String> next(EventPage page, @Nullable String type, int limit) {
        return Optional.of("<"
                        + UriComponentsBuilder.fromPath(EVENTS)
                                .queryParam("after", page.reached())
                                .queryParamIfPresent("type", Optional.ofNullable(type))
                                .queryParam("limit", limit)
                                .toUriString()
                        + ">; rel=\"next\"")
                .filter(_ -> page.more());
    }
}
