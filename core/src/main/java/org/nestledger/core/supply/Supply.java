package org.nestledger.core.supply;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.measure.Area;
import org.nestledger.core.project.Project;
import org.nestledger.core.project.ProjectEvent.ProjectAmended;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.zone.Books;

/** A supply as decisions read it, and what every decision to supply asks of the project. */
public final class Supply {

    private Supply() {}

    /** What tells whether there is such a supply. */
    public static Boundary existence(String supply) {
        return Boundary.none().and(SupplyEvent.tag(supply), LandSupplied.class);
    }

    public static Boundary boundary(String supply) {
        return Boundary.none().and(SupplyEvent.tag(supply), SupplyEvent.class);
    }

    /** The supply of this id, absent when there is none. */
    public static @Nullable LandSupplied of(Facts facts, String supply) {
        return facts.standing(LandSupplied.class).stream()
                .filter(event -> event.supply().equals(supply))
                .findFirst()
                .orElse(null);
    }

    /** The supply that a rule before has found. */
    public static LandSupplied known(Facts facts, String supply) {
        return Objects.requireNonNull(of(facts, supply));
    }

    /** Whether there is such a supply in the books of this zone. */
    public static @Nullable Rejection refusal(Facts facts, String id, String zone) {
        LandSupplied supplied = of(facts, id);
        if (supplied == null) {
            return Rejection.of(RefusalCode.UNKNOWN_SUPPLY, "There is no supply " + id + ".", "Correct the id.");
        }
        return supplied.zone().equals(zone)
                ? null
                : Rejection.of(
                        RefusalCode.WRONG_ZONE,
                        "Supply " + id + " is in the books of zone " + supplied.zone() + ".",
                        "Name that zone.");
    }

    /** Whether the zone of the parcel is the project's, one above it or one below it. */
    public static @Nullable Rejection nearRefusal(Facts facts, String id, String zone) {
        Project project = Project.known(facts, id);
        return project.isNear(Books.known(facts, zone))
                ? null
                : Rejection.of(
                        RefusalCode.WRONG_ZONE,
                        "Project " + id + " is in zone " + project.zone()
                                + ", which neither holds nor lies within zone " + zone + ".",
                        "Supply land of the project's zone, of one above it or of one within it.");
    }

    /** Whether what a project holds on this day and every later one is within its stated need. */
    public static @Nullable Rejection needRefusal(Facts after, String id, LocalDate from) {
        Area need = Project.known(after, id).details().landNeed();
        long supplied = Project.land(after, id).greatest(from);
        return need == null || supplied <= need.microMu()
                ? null
                : Rejection.of(
                                RefusalCode.SUPPLY_EXCEEDS_NEED,
                                "Project " + id + " would hold more land than it needs.",
                                "Supply less, or amend the project's land need first.")
                        .with("need", need)
                        .with("supplied", Area.quantityOf(supplied).value() + " mu");
    }

    /**
     * Whether each supply and each new need recorded after this position is within what it had to be, on what now stands
     * before it.
     */
    public static @Nullable Rejection needRefusalSince(Facts after, String id, long position) {
        return after.standing()
                .filter(fact -> fact.position() > position)
                .map(fact -> needRefusal(after, id, fact))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Rejection needRefusal(Facts after, String id, Fact fact) {
        return switch (fact.event()) {
            case LandSupplied e
            when e.project().equals(id) -> needRefusal(after.before(fact.position() + 1), id, e.occurredOn());
            case ProjectAmended e
            when e.project().equals(id) && isNewNeed(e) ->
                Project.needCoversLand(
                        after.before(fact.position()), id, e.details().landNeed(), e.occurredOn());
            default -> null;
        };
    }

    private static boolean isNewNeed(ProjectAmended event) {
        return !Objects.equals(
                event.details().landNeed(), event.previousDetails().landNeed());
    }
}
