package org.nestledger.core.permit;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;

/** What happens to a municipal power that a zone exercises itself. */
public sealed interface PowerEvent extends LedgerEvent {

    String power();

    static String tag(String zone, String power) {
        return "power:" + zone + "/" + power;
    }

    @Override
    default List<String> tags() {
        return List.of(tag(zone(), power()));
    }

    @Override
    default boolean reversible() {
        return true;
    }

    @Override
    default List<String> replaces() {
        return tags();
    }

    /**
     * The zone may exercise the power from {@code occurredOn} on.
     *
     * @param covers the kinds of permit that the zone may grant under it
     */
    @Event(namespace = "permit", name = "PowerDelegated", version = "1")
    record PowerDelegated(
            String zone,
            String power,
            String name,
            List<PermitKind> covers,
            String batch,
            LocalDate occurredOn,
            List<Document> documents)
            implements PowerEvent {
        public PowerDelegated {
            covers = List.copyOf(covers);
            documents = List.copyOf(documents);
        }
    }

    /** The zone may no longer exercise the power: {@code occurredOn} is the first day without it. */
    @Event(namespace = "permit", name = "PowerWithdrawn", version = "1")
    record PowerWithdrawn(
            String zone,
            String power,
            LocalDate delegatedOn,
            @Nullable String reason,
            LocalDate occurredOn,
            List<Document> documents)
            implements PowerEvent {
        public PowerWithdrawn {
            documents = List.copyOf(documents);
        }
    }
}
