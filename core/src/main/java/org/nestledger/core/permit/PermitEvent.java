package org.nestledger.core.permit;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;

/** What happens to an application for a permit. */
public sealed interface PermitEvent extends LedgerEvent {

    String project();

    String permit();

    PermitKind kind();

    static String tag(String permit) {
        return "permit:" + permit;
    }

    @Override
    default List<String> tags() {
        return List.of(tag(permit()), "project:" + project());
    }

    @Override
    default boolean reversible() {
        return true;
    }

    /** The steps of one application follow each other. */
    @Override
    default List<String> replaces() {
        return List.of(tag(permit()));
    }

    @Event(namespace = "permit", name = "PermitApplied", version = "1")
    record PermitApplied(
            String zone, String project, String permit, PermitKind kind, LocalDate occurredOn, List<Document> documents)
            implements PermitEvent {
        public PermitApplied {
            documents = List.copyOf(documents);
        }
    }

    /**
     * A permit is granted, by the zone under a delegated power or by an external authority.
     *
     * @param power the delegated power, with the zone that has it
     * @param authority the external authority; exactly one of the two is there
     * @param appliedOn the day of the application
     */
    @Event(namespace = "permit", name = "PermitGranted", version = "1")
    record PermitGranted(
            String zone,
            String project,
            String permit,
            PermitKind kind,
            @Nullable String certificate,
            @Nullable String power,
            @Nullable String powerZone,
            @Nullable String authority,
            LocalDate appliedOn,
            LocalDate occurredOn,
            List<Document> documents)
            implements PermitEvent {
        public PermitGranted {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return power == null || powerZone == null
                    ? List.of(tag(permit), "project:" + project)
                    : List.of(tag(permit), "project:" + project, PowerEvent.tag(powerZone, power));
        }
    }

    @Event(namespace = "permit", name = "PermitRefused", version = "1")
    record PermitRefused(
            String zone,
            String project,
            String permit,
            PermitKind kind,
            @Nullable String reason,
            LocalDate appliedOn,
            LocalDate occurredOn,
            List<Document> documents)
            implements PermitEvent {
        public PermitRefused {
            documents = List.copyOf(documents);
        }
    }

    /** A granted permit is taken back: {@code occurredOn} is the first day without it. */
    @Event(namespace = "permit", name = "PermitRevoked", version = "1")
    record PermitRevoked(
            String zone,
            String project,
            String permit,
            PermitKind kind,
            @Nullable String reason,
            LocalDate grantedOn,
            LocalDate occurredOn,
            List<Document> documents)
            implements PermitEvent {
        public PermitRevoked {
            documents = List.copyOf(documents);
        }
    }
}
