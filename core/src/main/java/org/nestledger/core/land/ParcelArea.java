package org.nestledger.core.land;

import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.journal.DaySeries;
import org.nestledger.core.land.LandEvent.ParcelRegistered;
import org.nestledger.core.land.LandEvent.ParcelResurveyed;
import org.nestledger.core.land.LandEvent.ParcelSplit;
import org.nestledger.core.measure.Area;
import org.nestledger.core.reversal.EntryReversed;

/**
 * The area of a parcel through time, in millionths of a mu. Like a balance it is kept with its reversals: what a survey
 * in a closed period changed is taken back from the day of the reversal on.
 */
final class ParcelArea {

    private ParcelArea() {}

    /** @param founding the standing fact with which the parcel begins */
    static DaySeries through(Facts facts, String parcel, Fact founding) {
        DaySeries area = new DaySeries();
        for (Fact fact : facts.all()) {
            if (fact.event() instanceof EntryReversed reversal) {
                Fact target = facts.at(reversal.reverses());
                area.change(reversal.occurredOn(), target == null ? 0 : -change(target, parcel, founding));
            } else {
                area.change(fact.event().occurredOn(), change(fact, parcel, founding));
            }
        }
        return area;
    }

    private static long change(Fact fact, String parcel, Fact founding) {
        if (fact.position() < founding.position()) {
            return 0;
        }
        return switch (fact.event()) {
            case ParcelRegistered e when e.parcel().equals(parcel) -> e.area().microMu();
            case ParcelResurveyed e when e.parcel().equals(parcel) -> growth(e.previousArea(), e.area());
            case ParcelSplit e when e.parcel().equals(parcel) -> growth(e.previousArea(), e.area());
            case ParcelSplit e ->
                e.child(parcel).map(child -> child.area().microMu()).orElse(0L);
            default -> 0;
        };
    }

    private static long growth(Area before, Area now) {
        return Math.subtractExact(now.microMu(), before.microMu());
    }
}
