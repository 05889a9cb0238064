package org.nestledger.core.fund;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Money;

/** What happens to the land bank's money. */
public sealed interface FundEvent extends LedgerEvent {

    Money amount();

    @Override
    default boolean reversible() {
        return true;
    }

    /** Money comes into the land bank from outside the land business. */
    @Event(namespace = "fund", name = "FundingRecorded", version = "1")
    record FundingRecorded(
            String zone,
            FundingSource source,
            Money amount,
            @Nullable String note,
            LocalDate occurredOn,
            List<Document> documents)
            implements FundEvent {
        public FundingRecorded {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of("fund:" + zone);
        }
    }

    /** A part of a supply's price is paid. */
    @Event(namespace = "fund", name = "LandPaid", version = "1")
    record LandPaid(
            String zone,
            String parcel,
            String project,
            String supply,
            Money amount,
            LocalDate occurredOn,
            List<Document> documents)
            implements FundEvent {
        public LandPaid {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of("supply:" + supply);
        }
    }

    /** What was overpaid is paid back. */
    @Event(namespace = "fund", name = "LandPriceRefunded", version = "1")
    record LandPriceRefunded(
            String zone,
            String parcel,
            String project,
            String supply,
            Money amount,
            @Nullable String reason,
            LocalDate occurredOn,
            List<Document> documents)
            implements FundEvent {
        public LandPriceRefunded {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of("supply:" + supply);
        }
    }
}
