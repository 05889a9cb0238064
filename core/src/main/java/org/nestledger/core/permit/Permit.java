package org.nestledger.core.permit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.permit.PermitEvent.PermitApplied;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PermitEvent.PermitRefused;
import org.nestledger.core.permit.PermitEvent.PermitRevoked;

/**
 * An application for a permit as decisions read it, folded from its standing events.
 *
 * @param since the day of its status
 */
record Permit(String id, String project, PermitKind kind, PermitStatus status, LocalDate appliedOn, LocalDate since) {

    static Boundary boundary(String permit) {
        return Boundary.none().and(PermitEvent.tag(permit), PermitEvent.class);
    }

    /** The application of this id, absent when there is none. */
    static @Nullable Permit of(Facts facts, String id) {
        Permit permit = null;
        for (PermitEvent event : facts.standing(PermitEvent.class)) {
            if (event.permit().equals(id)) {
                permit = switch (event) {
                    case PermitApplied e -> at(e, PermitStatus.APPLIED, e.occurredOn());
                    case PermitGranted e -> at(e, PermitStatus.GRANTED, e.appliedOn());
                    case PermitRefused e -> at(e, PermitStatus.REFUSED, e.appliedOn());
                    case PermitRevoked e ->
                        at(e, PermitStatus.REVOKED, permit == null ? e.grantedOn() : permit.appliedOn());
                };
            }
        }
        return permit;
    }

    private static Permit at(PermitEvent event, PermitStatus status, LocalDate appliedOn) {
        return new Permit(event.permit(), event.project(), event.kind(), status, appliedOn, event.occurredOn());
    }
}
