package org.nestledger.core.portal;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;

/** What the province's portal counts for a zone. */
public sealed interface PortalEvent extends LedgerEvent {

    static String tag(String zone, LocalDate day) {
        return "visits:" + zone + "/" + day;
    }

    /** @param previousVisits the count of the same day that this one replaces */
    @Event(namespace = "portal", name = "PortalVisitsRecorded", version = "1")
    record PortalVisitsRecorded(
            String zone, int visits, @Nullable Integer previousVisits, LocalDate occurredOn, List<Document> documents)
            implements PortalEvent {
        public PortalVisitsRecorded {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(tag(zone, occurredOn));
        }

        @Override
        public boolean reversible() {
            return true;
        }

        @Override
        public List<String> replaces() {
            return tags();
        }
    }
}
