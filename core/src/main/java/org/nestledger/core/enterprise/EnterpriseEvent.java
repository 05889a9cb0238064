package org.nestledger.core.enterprise;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;

/** What happens to an enterprise. */
public sealed interface EnterpriseEvent extends LedgerEvent {

    String enterprise();

    static String tag(String enterprise) {
        return "enterprise:" + enterprise;
    }

    @Override
    default List<String> tags() {
        return List.of(tag(enterprise()));
    }

    @Override
    default boolean reversible() {
        return true;
    }

    /** @param zone the books in which it was registered; it may be behind projects of any zone */
    @Event(namespace = "enterprise", name = "EnterpriseRegistered", version = "1")
    record EnterpriseRegistered(
            String zone,
            String enterprise,
            String name,
            @Nullable String industry,
            @Nullable String origin,
            LocalDate occurredOn,
            List<Document> documents)
            implements EnterpriseEvent {
        public EnterpriseRegistered {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> founds() {
            return List.of(tag(enterprise));
        }
    }

    /**
     * An enterprise is recognised, from {@code occurredOn} on.
     *
     * @param validUntil the last day, open when absent
     */
    @Event(namespace = "enterprise", name = "EnterpriseQualified", version = "1")
    record EnterpriseQualified(
            String zone,
            String enterprise,
            Qualification qualification,
            String certificate,
            @Nullable LocalDate validUntil,
            @Nullable QualificationPeriod previous,
            LocalDate occurredOn,
            List<Document> documents)
            implements EnterpriseEvent {
        public EnterpriseQualified {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of(qualification + ":" + enterprise);
        }
    }

    /** A recognition ends early: {@code occurredOn} is the first day without it. */
    @Event(namespace = "enterprise", name = "EnterpriseQualificationLapsed", version = "1")
    record EnterpriseQualificationLapsed(
            String zone,
            String enterprise,
            Qualification qualification,
            QualificationPeriod previous,
            LocalDate occurredOn,
            List<Document> documents)
            implements EnterpriseEvent {
        public EnterpriseQualificationLapsed {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of(qualification + ":" + enterprise);
        }
    }
}
