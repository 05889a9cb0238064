package org.nestledger.core.quota;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;

/** What happens to the quota of a zone and year. */
public sealed interface QuotaEvent extends LedgerEvent {

    static String account(String zone, int year) {
        return "quota:" + zone + "/" + year;
    }

    @Override
    default boolean reversible() {
        return true;
    }

    @Event(namespace = "quota", name = "QuotaGranted", version = "1")
    record QuotaGranted(String zone, int year, Area area, LocalDate occurredOn, List<Document> documents)
            implements QuotaEvent {
        public QuotaGranted {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(account(zone, year));
        }
    }

    /** A zone hands quota of a year to one of its descendants. */
    @Event(namespace = "quota", name = "QuotaAllocated", version = "1")
    record QuotaAllocated(
            String zone, String toZone, int year, Area area, LocalDate occurredOn, List<Document> documents)
            implements QuotaEvent {
        public QuotaAllocated {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(account(zone, year), account(toZone, year));
        }

        @Override
        public List<String> writesIn() {
            return List.of(zone, toZone);
        }
    }

    /** The province takes unused quota back. */
    @Event(namespace = "quota", name = "QuotaRevoked", version = "1")
    record QuotaRevoked(String zone, int year, Area area, LocalDate occurredOn, List<Document> documents)
            implements QuotaEvent {
        public QuotaRevoked {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(account(zone, year));
        }
    }

    /** Quota expires unused. */
    @Event(namespace = "quota", name = "QuotaLapsed", version = "1")
    record QuotaLapsed(String zone, int year, Area area, LocalDate occurredOn, List<Document> documents)
            implements QuotaEvent {
        public QuotaLapsed {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(account(zone, year));
        }
    }
}
