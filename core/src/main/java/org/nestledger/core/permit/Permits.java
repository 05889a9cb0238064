package org.nestledger.core.permit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PermitEvent.PermitRevoked;
import org.nestledger.core.project.Project;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;

/** What the permits of a project need, and what needs them: land, one another, and the start of construction. */
public final class Permits {

    private Permits() {}

    public static Boundary boundary(String project) {
        return Boundary.none().and("project:" + project, PermitEvent.class);
    }

    /** Whether the project has the permit on this day. */
    public static @Nullable Rejection missing(Facts facts, String project, PermitKind kind, LocalDate day) {
        boolean valid = facts.standing(PermitGranted.class).stream()
                .filter(grant -> grant.project().equals(project) && grant.kind() == kind)
                .filter(grant -> !grant.occurredOn().isAfter(day))
                .anyMatch(grant -> facts.standing(PermitRevoked.class).stream()
                        .noneMatch(revoked -> revoked.permit().equals(grant.permit())
                                && !revoked.occurredOn().isAfter(day)));
        return valid
                ? null
                : Rejection.of(
                                RefusalCode.PERMIT_REQUIRED,
                                "Project " + project + " has no " + kind + " permit on " + day + ".",
                                "Record its grant first, or state a later day.")
                        .with("kind", kind);
    }

    /** What a permit of this kind needs on the day of its grant. */
    static @Nullable Rejection needs(Facts facts, String project, PermitKind kind, LocalDate day) {
        return switch (kind) {
            case REAL_ESTATE, LAND_USE_PLANNING -> Project.landRefusal(facts, project, day);
            case CONSTRUCTION -> missing(facts, project, PermitKind.CONSTRUCTION_PLANNING, day);
            case CONSTRUCTION_PLANNING,
                    PROJECT_FILING,
                    ENVIRONMENTAL_IMPACT,
                    ENERGY_CONSERVATION,
                    SOIL_AND_WATER,
                    FIRE_PROTECTION,
                    COMPLETION_ACCEPTANCE,
                    OTHER -> null;
        };
    }

    /** Whether all that a project was granted and has started still has what it needs. */
    public static @Nullable Rejection refusal(Facts after, String project) {
        for (PermitGranted grant : after.standing(PermitGranted.class)) {
            Rejection missing =
                    grant.project().equals(project) ? needs(after, project, grant.kind(), grant.occurredOn()) : null;
            if (missing != null) {
                return missing;
            }
        }
        for (ConstructionStarted start : after.standing(ConstructionStarted.class)) {
            Rejection missing = start.project().equals(project) ? startRefusal(after, start) : null;
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    /** What a start of construction needs: land, and its certificate unless only a notice reports it. */
    public static @Nullable Rejection startRefusal(Facts facts, ConstructionStarted start) {
        Rejection landless = Project.landRefusal(facts, start.project(), start.occurredOn());
        return landless != null || start.reported()
                ? landless
                : missing(facts, start.project(), PermitKind.CONSTRUCTION, start.occurredOn());
    }

    /** Whether the power covers all that was granted under it. */
    public static @Nullable Rejection coverRefusal(Facts after, String zone, String power) {
        Power delegated = Power.of(after, zone, power);
        return after.standing(PermitGranted.class).stream()
                .filter(grant -> power.equals(grant.power()) && zone.equals(grant.powerZone()))
                .filter(grant -> delegated == null || !delegated.covers(grant.kind(), grant.occurredOn()))
                .findFirst()
                .map(grant -> notCovered(power, zone, grant.kind(), grant.occurredOn())
                        .with("permit", grant.permit()))
                .orElse(null);
    }

    static Rejection notCovered(String power, String zone, PermitKind kind, LocalDate day) {
        return Rejection.of(
                RefusalCode.POWER_DOES_NOT_COVER,
                "Power " + power + " of zone " + zone + " does not cover a " + kind + " permit on " + day + ".",
                "Cite a power that does, or the external authority.");
    }
}
