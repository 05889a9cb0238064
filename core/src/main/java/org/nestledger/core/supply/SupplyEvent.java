package org.nestledger.core.supply;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.notice.SupplyNotice;

/** What happens between a parcel and a project. */
public sealed interface SupplyEvent extends LedgerEvent {

    String parcel();

    String project();

    String supply();

    static String tag(String supply) {
        return "supply:" + supply;
    }

    @Override
    default List<String> tags() {
        return List.of("parcel:" + parcel(), "project:" + project(), tag(supply()));
    }

    @Override
    default boolean reversible() {
        return true;
    }

    /**
     * A parcel, or a part of it, is supplied to a project.
     *
     * @param zone the parcel's
     * @param warnings what is odd about the agreed terms
     * @param notice the public notice that it was taken from
     */
    @Event(namespace = "supply", name = "LandSupplied", version = "1")
    record LandSupplied(
            String zone,
            String parcel,
            String project,
            String supply,
            Area area,
            SupplyTerms terms,
            List<TermsWarning> warnings,
            @Nullable SupplyNotice notice,
            LocalDate occurredOn,
            List<Document> documents)
            implements SupplyEvent {
        public LandSupplied {
            warnings = List.copyOf(warnings);
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> founds() {
            return List.of(tag(supply));
        }
    }

    /**
     * A supply is taken back, whole or in part.
     *
     * @param priceReduction what is no longer owed; nothing when absent
     */
    @Event(namespace = "supply", name = "SupplyRescinded", version = "1")
    record SupplyRescinded(
            String zone,
            String parcel,
            String project,
            String supply,
            Area area,
            @Nullable Money priceReduction,
            @Nullable String reason,
            LocalDate occurredOn,
            List<Document> documents)
            implements SupplyEvent {
        public SupplyRescinded {
            documents = List.copyOf(documents);
        }
    }
}
