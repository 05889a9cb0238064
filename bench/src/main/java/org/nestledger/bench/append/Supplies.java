package org.nestledger.bench.append;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.supply.SupplyMethod;
import org.nestledger.core.supply.SupplyTerms;

/** The event of a supply as the ledger records it, with its tags and metadata. */
final class Supplies {

    private static final MessageType TYPE = new MessageType(
            new QualifiedName(EventName.of(LandSupplied.class)),
            Integer.toString(EventName.version(LandSupplied.class)));
    private static final LocalDate DAY = LocalDate.of(2023, 6, 1);

    private Supplies() {}

    static TaggedEventMessage<EventMessage> event(Tag project) {
        String id = UUID.randomUUID().toString();
        LandSupplied supplied = new LandSupplied(
                "z1",
                "p" + project.value(),
                project.value(),
                "s" + id.substring(0, 8),
                new Area(100_000_000),
                terms(),
                List.of(),
                null,
                DAY,
                List.of(new Document("contract", "2023-" + project.value(), null, null, null)));
        Map<String, String> metadata =
                Map.of("actor", "bench", "commandHash", "0".repeat(64), "correlationId", id, "causationId", id);
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(id, TYPE, supplied, metadata, Instant.now()),
                EventTypes.tags(supplied).stream().map(Supplies::tag).collect(Collectors.toSet()));
    }

    private static SupplyTerms terms() {
        return new SupplyTerms(
                SupplyMethod.LISTING,
                "K-1",
                new Money(1_200_000_00, "CNY"),
                List.of(),
                List.of(),
                "1.0",
                "2.5",
                DAY.plusMonths(1),
                DAY.plusMonths(6),
                DAY.plusYears(2));
    }

    private static Tag tag(String text) {
        int colon = text.indexOf(':');
        return new Tag(text.substring(0, colon), text.substring(colon + 1));
    }
}
