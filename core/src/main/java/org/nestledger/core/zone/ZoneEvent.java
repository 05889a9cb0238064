package org.nestledger.core.zone;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Matter;
import org.nestledger.core.measure.Quantity;

/** What happens to a zone itself. None of it can be reversed. */
public sealed interface ZoneEvent extends LedgerEvent {

    static String books(String zone) {
        return "books:" + zone;
    }

    static String ancestor(String zone) {
        return "ancestor:" + zone;
    }

    static String details(String zone) {
        return "zone:" + zone;
    }

    @Override
    default boolean reversible() {
        return false;
    }

    /**
     * A zone begins to keep books.
     *
     * @param ancestors from the root down to the parent
     * @param timeZone whose days are the zone's business days
     * @param closedThrough inherited from the parent: nothing may be dated on or before it
     */
    @Event(namespace = "zone", name = "ZoneDesignated", version = "1")
    record ZoneDesignated(
            String zone,
            ZoneKind kind,
            String name,
            @Nullable String parent,
            List<String> ancestors,
            String timeZone,
            @Nullable LocalDate closedThrough,
            LocalDate occurredOn,
            List<Document> documents)
            implements ZoneEvent {
        public ZoneDesignated {
            ancestors = List.copyOf(ancestors);
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return Stream.concat(Stream.of(books(zone)), ancestors.stream().map(ZoneEvent::ancestor))
                    .toList();
        }
    }

    /** A zone is renamed. */
    @Event(namespace = "zone", name = "ZoneAmended", version = "1")
    record ZoneAmended(String zone, String name, String previousName, LocalDate occurredOn, List<Document> documents)
            implements ZoneEvent {
        public ZoneAmended {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(details(zone));
        }
    }

    /**
     * What a zone is to reach.
     *
     * @param measure a measure of the annual report, such as {@code land.acquired}
     * @param year the year it is for
     */
    @Event(namespace = "zone", name = "TargetSet", version = "1")
    record TargetSet(
            String zone,
            String measure,
            int year,
            Quantity target,
            @Nullable Quantity previousTarget,
            LocalDate occurredOn,
            List<Document> documents)
            implements ZoneEvent {
        public TargetSet {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(details(zone));
        }
    }

    /** Nothing more may be dated on or before {@code through} in the books of this zone. */
    @Event(namespace = "zone", name = "PeriodClosed", version = "1")
    record PeriodClosed(
            String zone,
            LocalDate through,
            @Nullable LocalDate previousThrough,
            LocalDate occurredOn,
            List<Document> documents)
            implements ZoneEvent {
        public PeriodClosed {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(books(zone));
        }
    }

    /**
     * From now on two people agree in these matters.
     *
     * @param matters in the order of {@link Matter}, each once
     * @param previousMatters what was required before, in the same form
     */
    @Event(namespace = "zone", name = "ApprovalRequired", version = "1")
    record ApprovalRequired(
            String zone,
            List<Matter> matters,
            List<Matter> previousMatters,
            LocalDate occurredOn,
            List<Document> documents)
            implements ZoneEvent {
        public ApprovalRequired {
            matters = List.copyOf(matters);
            previousMatters = List.copyOf(previousMatters);
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(books(zone));
        }
    }
}
