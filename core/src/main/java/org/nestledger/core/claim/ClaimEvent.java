package org.nestledger.core.claim;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;

/** What happens to a figure that was stated in public. None of it can be reversed: it was said. */
public sealed interface ClaimEvent extends LedgerEvent {

    String figure();

    static String tag(String figure) {
        return "figure:" + figure;
    }

    @Override
    default List<String> tags() {
        return List.of(tag(figure()));
    }

    @Override
    default boolean reversible() {
        return false;
    }

    /**
     * A figure is stated in public.
     *
     * @param measure what it is a figure of; the ledger need not be able to derive it
     * @param subject the zone or project that it is about; in old logs it may be one of another zone
     * @param value a plain decimal; absent in a statement without a number
     * @param phrase the words that were used
     * @param source where it was published
     * @param statedOn the day up to which it speaks
     */
    @Event(namespace = "claim", name = "FigurePublished", version = "1")
    record FigurePublished(
            String zone,
            String figure,
            String measure,
            String subject,
            StatedPeriod period,
            @Nullable String value,
            String unit,
            Precision precision,
            String phrase,
            String source,
            LocalDate statedOn,
            LocalDate publishedOn,
            List<Document> documents)
            implements ClaimEvent {
        public FigurePublished {
            documents = List.copyOf(documents);
        }

        /** The day of the publication. */
        @Override
        public LocalDate occurredOn() {
            return publishedOn;
        }
    }

    /** A figure is taken back in public. */
    @Event(namespace = "claim", name = "FigureRetracted", version = "1")
    record FigureRetracted(String zone, String figure, String reason, LocalDate occurredOn, List<Document> documents)
            implements ClaimEvent {
        public FigureRetracted {
            documents = List.copyOf(documents);
        }
    }
}
