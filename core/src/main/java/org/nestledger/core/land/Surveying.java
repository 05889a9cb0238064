package org.nestledger.core.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nestledger.core.decision.Decision;
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
                () -> difference > 0
                        ? surveyed(c, before, increase(c, parcel, facts, difference))
                        : decrease(c, parcel, facts, -difference));
    }

    private static List<Posting> increase(ResurveyParcel c, Parcel parcel, Facts facts, long by) {
        long held = ParcelBalances.held(facts, parcel).at(c.occurredOn());
        boolean whollyAcquired = held > 0 && held == parcel.area().at(c.occurredOn());
        return whollyAcquired ? List.of(posting(Account.LAND_OUTSIDE, Account.LAND_ACQUIRED, by)) : List.of();
    }

    private static Decision decrease(ResurveyParcel c, Parcel parcel, Facts facts, long by) {
        LocalDate day = c.occurredOn();
        Balances balances = facts.balances();
        List<Posting> postings = new ArrayList<>();
        long land = by - Math.min(by, ParcelBalances.unacquired(facts, parcel).least(day));
        land = take(postings, balances, Account.LAND_ACQUIRED, Account.LAND_OUTSIDE, c, land);
        land = take(postings, balances, Account.LAND_SERVICED, Account.LAND_OUTSIDE, c, land);
        long ready = by - Math.min(by, ParcelBalances.unconverted(facts, parcel).least(day));
        ready = take(postings, balances, Account.CONSTRUCTION_READY, Account.CONSTRUCTION_NONE, c, ready);
        long missing = Math.max(land, ready);
        return missing > 0
                ? Rejection.of(
                                RefusalCode.AREA_BELOW_SUPPLIED,
                                "The surveyed area is smaller than what parcel " + c.parcel()
                                        + " has supplied or put to use on that day or later.",
                                "Rescind a supply first, correct the area, or state a later day.")
                        .with("short", Area.quantityOf(missing).value() + " mu")
                : surveyed(c, parcel.area().last(), postings);
    }

    /** Takes what it can of an account and tells what is still to be taken. */
    private static long take(
            List<Posting> postings, Balances balances, Account from, Account to, ResurveyParcel c, long amount) {
        long taken = Math.min(amount, balances.of(from, c.parcel()).least(c.occurredOn()));
        if (taken <= 0) {
            return amount;
        }
        postings.add(posting(from, to, taken));
        return amount - taken;
    }

    private static Posting posting(Account from, Account to, long microMu) {
        return new Posting(from, to, null, null, new Area(microMu));
    }

    private static Decision surveyed(ResurveyParcel c, long before, List<Posting> postings) {
        return Decision.accept(new ParcelResurveyed(
                c.zone(), c.parcel(), new Area(before), c.area(), postings, c.occurredOn(), c.documents()));
    }
}
