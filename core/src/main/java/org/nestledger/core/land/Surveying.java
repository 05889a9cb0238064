package org.nestledger.core.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Balances;
import org.nestledger.core.journal.Posting;
import org.nestledger.core.land.LandCommand.ResurveyParcel;
import org.nestledger.core.land.LandEvent.ParcelResurveyed;
import org.nestledger.core.measure.Area;

/**
 * What a new survey takes from the books or adds to them. A decrease takes first what is not acquired, then acquired,
 * then serviced land; and first what is not converted, then what is ready for construction. It never takes what is
 * supplied. An increase counts as acquired only when the parcel was wholly acquired.
 */
final class Surveying {

    private Surveying() {}

    /**
     * What a survey does to the books.
     *
     * @param missing what of a decrease is in use, in millionths of a mu
     */
    private record Effect(List<Posting> postings, long missing) {}

    static Decision decide(ResurveyParcel c, Facts facts) {
        Parcel parcel = Parcel.known(facts, c.parcel());
        long before = parcel.area().last();
        long difference = c.area().microMu() - before;
        return Decision.unlessRefused(
                List.of(
                        () -> Rules.notZero(c.area()),
                        () -> Rules.latest(parcel.surveyedOn(), c.occurredOn()),
                        () -> difference == 0
                                ? Rejection.of(
                                        RefusalCode.NOTHING_TO_CHANGE,
                                        "Parcel " + c.parcel() + " already has that area.",
                                        "State what the survey found.")
                                : null),
                () -> surveyed(c, before, effect(facts, parcel, c.occurredOn(), difference)));
    }

    private static Decision surveyed(ResurveyParcel c, long before, Effect effect) {
        return effect.missing > 0
                ? Rejection.of(
                                RefusalCode.AREA_BELOW_SUPPLIED,
                                "The surveyed area is smaller than what parcel " + c.parcel()
                                        + " has supplied or put to use on that day or later.",
                                "Rescind a supply first, correct the area, or state a later day.")
                        .with("short", Area.quantityOf(effect.missing).value() + " mu")
                : Decision.accept(new ParcelResurveyed(
                        c.zone(),
                        c.parcel(),
                        new Area(before),
                        c.area(),
                        effect.postings,
                        c.occurredOn(),
                        c.documents()));
    }

    /** The first survey recorded after this position that would post something else on what now stands before it. */
    static @Nullable Fact otherwise(Facts after, String id, long position) {
        return after.standing()
                .filter(fact -> fact.position() > position)
                .filter(fact -> fact.event() instanceof ParcelResurveyed survey
                        && survey.parcel().equals(id)
                        && !survey.postings().equals(again(survey, after.before(fact.position()))))
                .findFirst()
                .orElse(null);
    }

    private static List<Posting> again(ParcelResurveyed survey, Facts before) {
        long difference = survey.area().microMu() - survey.previousArea().microMu();
        return effect(before, Parcel.known(before, survey.parcel()), survey.occurredOn(), difference).postings;
    }

    private static Effect effect(Facts facts, Parcel parcel, LocalDate day, long difference) {
        return difference > 0 ? increase(facts, parcel, day, difference) : decrease(facts, parcel, day, -difference);
    }

    private static Effect increase(Facts facts, Parcel parcel, LocalDate day, long by) {
        long held = ParcelBalances.held(facts, parcel).at(day);
        boolean whollyAcquired = held > 0 && held == parcel.area().at(day);
        return new Effect(
                whollyAcquired ? List.of(posting(Account.LAND_OUTSIDE, Account.LAND_ACQUIRED, by)) : List.of(), 0);
    }

    private static Effect decrease(Facts facts, Parcel parcel, LocalDate day, long by) {
        Balances balances = facts.balances();
        List<Posting> postings = new ArrayList<>();
        long land = by - Math.min(by, ParcelBalances.unacquired(facts, parcel).least(day));
        land -= take(postings, Account.LAND_ACQUIRED, Account.LAND_OUTSIDE, land, balances, parcel, day);
        land -= take(postings, Account.LAND_SERVICED, Account.LAND_OUTSIDE, land, balances, parcel, day);
        long ready = by - Math.min(by, ParcelBalances.unconverted(facts, parcel).least(day));
        ready -= take(postings, Account.CONSTRUCTION_READY, Account.CONSTRUCTION_NONE, ready, balances, parcel, day);
        return new Effect(postings, Math.max(land, ready));
    }

    /** Takes what it can of an account and tells how much that was. */
    private static long take(
            List<Posting> postings,
            Account from,
            Account to,
            long amount,
            Balances balances,
            Parcel parcel,
            LocalDate day) {
        long taken = Math.max(0, Math.min(amount, balances.of(from, parcel.id()).least(day)));
        if (taken > 0) {
            postings.add(posting(from, to, taken));
        }
        return taken;
    }

    private static Posting posting(Account from, Account to, long microMu) {
        return new Posting(from, to, null, null, new Area(microMu));
    }
}
