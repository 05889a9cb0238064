package org.nestledger.core.land;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Posting;
import org.nestledger.core.land.LandCommand.SplitParcel;
import org.nestledger.core.land.LandEvent.ParcelSplit;
import org.nestledger.core.measure.Area;

/** Parts of a parcel become parcels of their own, each with the land that it states. */
final class Splitting {

    private Splitting() {}

    static Decision decide(SplitParcel c, Facts facts) {
        Parcel parcel = Parcel.known(facts, c.parcel());
        Area before = new Area(parcel.area().last());
        Area taken = c.children().stream().map(SplitChild::area).reduce(Area.ZERO, Area::plus);
        return Decision.unlessRefused(
                List.of(
                        () -> Rules.latest(parcel.surveyedOn(), c.occurredOn()),
                        () -> childrenAreNew(c, facts),
                        () -> eachChildHolds(c),
                        () -> taken.exceeds(before)
                                ? Rejection.of(
                                                RefusalCode.SPLIT_EXCEEDS_PARCEL,
                                                "The children together are larger than parcel " + c.parcel() + ".",
                                                "State smaller areas.")
                                        .with("area", before)
                                        .with("children", taken)
                                : null),
                () -> Decision.accept(new ParcelSplit(
                        c.zone(),
                        c.parcel(),
                        before,
                        before.minus(taken),
                        c.children(),
                        postings(c.children()),
                        c.occurredOn(),
                        c.documents())));
    }

    private static @Nullable Rejection childrenAreNew(SplitParcel c, Facts facts) {
        if (c.children().isEmpty()) {
            return Rejection.of(RefusalCode.MISSING_FIELD, "\"children\" is empty.", "State at least one new parcel.");
        }
        HashSet<String> seen = new HashSet<>();
        for (SplitChild child : c.children()) {
            if (!seen.add(child.parcel()) || Parcel.of(facts, child.parcel()) != null) {
                return Rules.free(false, "a parcel " + child.parcel());
            }
        }
        return null;
    }

    private static @Nullable Rejection eachChildHolds(SplitParcel c) {
        for (SplitChild child : c.children()) {
            Rejection refusal = Rules.notZero(child.area());
            Area held = child.acquired().plus(child.serviced());
            if (refusal == null && (held.exceeds(child.area()) || child.ready().exceeds(child.area()))) {
                refusal = Rejection.of(
                        held.exceeds(child.area()) ? RefusalCode.ACQUIRED_EXCEEDS_AREA : RefusalCode.READY_EXCEEDS_AREA,
                        "Parcel " + child.parcel() + " would hold more than its area of " + child.area() + ".",
                        "State smaller parts or a larger area.");
            }
            if (refusal == null) {
                refusal = Boundaries.refusal(child.boundary());
            }
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static List<Posting> postings(List<SplitChild> children) {
        List<Posting> postings = new ArrayList<>();
        for (SplitChild child : children) {
            add(postings, Account.LAND_ACQUIRED, child.parcel(), child.acquired());
            add(postings, Account.LAND_SERVICED, child.parcel(), child.serviced());
            add(postings, Account.CONSTRUCTION_READY, child.parcel(), child.ready());
        }
        return postings;
    }

    private static void add(List<Posting> postings, Account account, String child, Area area) {
        if (!area.isZero()) {
            postings.add(new Posting(account, account, null, child, area));
        }
    }
}
