package org.nestledger.core.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.journal.DaySeries;
import org.nestledger.core.land.LandEvent.LandAcquired;
import org.nestledger.core.land.LandEvent.LandConverted;
import org.nestledger.core.land.LandEvent.LandServiced;
import org.nestledger.core.land.LandEvent.ParcelAmended;
import org.nestledger.core.land.LandEvent.ParcelRegistered;
import org.nestledger.core.land.LandEvent.ParcelResurveyed;
import org.nestledger.core.land.LandEvent.ParcelSplit;
import org.nestledger.core.measure.Area;
import org.nestledger.core.opening.OpeningEvent.OpeningStockRecorded;
import org.nestledger.core.supply.SupplyEvent;

/**
 * A parcel as decisions read it, folded from its standing events.
 *
 * @param area through time, in millionths of a mu: registered, then changed by surveys and splits, and by what
 *     reversed them
 * @param surveyedOn the last day on which its area was set
 * @param amendedOn the last day on which its description was set
 * @param openedOn the day of its opening stock
 */
public record Parcel(
        String id,
        String zone,
        ParcelDetails details,
        DaySeries area,
        LocalDate surveyedOn,
        LocalDate amendedOn,
        @Nullable LocalDate openedOn) {

    public static Boundary boundary(String parcel) {
        return Boundary.none()
                .and(LandEvent.tag(parcel), LandEvent.class, OpeningStockRecorded.class, SupplyEvent.class);
    }

    /** The parcel, absent when it is not registered. */
    public static @Nullable Parcel of(Facts facts, String id) {
        return facts.folded(Parcel.class, id, () -> fold(facts, id));
    }

    private static @Nullable Parcel fold(Facts facts, String id) {
        Parcel parcel = null;
        for (Fact fact : facts.standing().toList()) {
            LedgerEvent event = fact.event();
            if (event.founds().contains(LandEvent.tag(id))) {
                parcel = begin((LandEvent) event, id, ParcelArea.through(facts, id, fact));
            } else if (event instanceof LandEvent land && land.parcel().equals(id)) {
                parcel = Objects.requireNonNull(parcel).evolve(land);
            } else if (event instanceof OpeningStockRecorded opening
                    && opening.parcel().equals(id)) {
                parcel = Objects.requireNonNull(parcel).openedOn(opening.occurredOn());
            }
        }
        return parcel;
    }

    /** The parcel that a rule before has found. */
    public static Parcel known(Facts facts, String id) {
        return Objects.requireNonNull(of(facts, id));
    }

    private static Parcel begin(LandEvent founding, String id, DaySeries area) {
        ParcelDetails details = switch (founding) {
            case ParcelRegistered e -> new ParcelDetails(e.name(), e.use(), e.location(), e.boundary());
            case ParcelSplit e -> {
                SplitChild child = e.child(id).orElseThrow();
                yield new ParcelDetails(child.name(), child.use(), child.location(), child.boundary());
            }
            case ParcelAmended _, ParcelResurveyed _, LandAcquired _, LandConverted _, LandServiced _ ->
                throw new IllegalStateException("no parcel begins with " + founding);
        };
        return new Parcel(id, founding.zone(), details, area, founding.occurredOn(), founding.occurredOn(), null);
    }

    private Parcel evolve(LandEvent event) {
        return switch (event) {
            case ParcelAmended e -> new Parcel(id, zone, e.details(), area, surveyedOn, e.occurredOn(), openedOn);
            case ParcelResurveyed e -> surveyedOn(e.occurredOn());
            case ParcelSplit e -> surveyedOn(e.occurredOn());
            case ParcelRegistered _, LandAcquired _, LandConverted _, LandServiced _ -> this;
        };
    }

    private Parcel surveyedOn(LocalDate day) {
        return new Parcel(id, zone, details, area, day, amendedOn, openedOn);
    }

    private Parcel openedOn(LocalDate day) {
        return new Parcel(id, zone, details, area, surveyedOn, amendedOn, day);
    }

    /** Whether the parcel is registered, in this zone, and its books open on the day. */
    public static @Nullable Rejection refusal(Facts facts, String id, String zone, LocalDate day) {
        Parcel parcel = of(facts, id);
        if (parcel == null) {
            return Rejection.of(
                    RefusalCode.UNKNOWN_PARCEL,
                    "There is no parcel " + id + ".",
                    "Register it first, or correct the id.");
        }
        if (!parcel.zone.equals(zone)) {
            return Rejection.of(
                    RefusalCode.WRONG_ZONE,
                    "Parcel " + id + " is in the books of zone " + parcel.zone + ", not of " + zone + ".",
                    "Name the parcel's zone.");
        }
        return Rules.afterOpening(parcel.openedOn, day, "parcel " + id);
    }

    /** Whether what is acquired, and what is ready for construction, fits the area on this day and every later one. */
    public static @Nullable Rejection areaRefusal(Facts after, String id, LocalDate from) {
        Parcel parcel = known(after, id);
        DaySeries unacquired = ParcelBalances.unacquired(after, parcel);
        if (unacquired.least(from) < 0) {
            return exceeds(RefusalCode.ACQUIRED_EXCEEDS_AREA, "acquired", parcel, unacquired.firstNegative(from));
        }
        DaySeries unconverted = ParcelBalances.unconverted(after, parcel);
        return unconverted.least(from) < 0
                ? exceeds(
                        RefusalCode.READY_EXCEEDS_AREA,
                        "ready for construction",
                        parcel,
                        unconverted.firstNegative(from))
                : null;
    }

    /** The first survey recorded after this position that would take or add something else today, absent when none. */
    public static @Nullable Fact surveyedOtherwise(Facts after, String id, long position) {
        return Surveying.otherwise(after, id, position);
    }

    private static Rejection exceeds(RefusalCode code, String what, Parcel parcel, LocalDate day) {
        return Rejection.of(
                        code,
                        "More of parcel " + parcel.id + " would be " + what + " on " + day + " than it has area.",
                        "State a smaller area, a later day, or resurvey the parcel first.")
                .with("area", Area.quantityOf(parcel.area.at(day)).value() + " mu")
                .with("day", day);
    }

    static List<String> ids(List<SplitChild> children) {
        return children.stream().map(SplitChild::parcel).toList();
    }
}
