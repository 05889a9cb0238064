package org.nestledger.bench.append;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** The events and boundaries that are appended to: one of 10,000 projects, in one zone. */
final class Boundaries {

    static final int COUNT = 10_000;

    /** So that the record of an event has 380 bytes, envelope included. */
    private static final String TEXT = "x".repeat(118);

    private static final MessageType NOTED = new MessageType("bench.Noted", "1");
    private static final Tag ZONE = new Tag("zone", "z1");

    private final Random random;

    private Boundaries(long seed) {
        this.random = new Random(seed);
    }

    /** Those of a caller, who is the only one with them. */
    static Boundaries of(long seed, int caller) {
        return new Boundaries(seed * 1_000_003 + caller);
    }

    /** One of them, all alike. */
    Tag next() {
        return new Tag("project", Integer.toString(random.nextInt(COUNT)));
    }

    static EventCriteria criteria(Tag project) {
        return EventCriteria.havingTags(Set.of(project));
    }

    static List<String> texts(Tag project) {
        return List.of("project:" + project.value(), "zone:z1");
    }

    /** An event of 380 bytes with two tags. */
    static TaggedEventMessage<EventMessage> event(Tag project) {
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        UUID.randomUUID().toString(), NOTED, TEXT, Map.of("actor", "bench"), Instant.now()),
                Set.of(project, ZONE));
    }
}
