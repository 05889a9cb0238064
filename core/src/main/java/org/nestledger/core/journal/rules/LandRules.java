package org.nestledger.core.journal.rules;

import static org.nestledger.core.journal.Account.CONSTRUCTION_NONE;
import static org.nestledger.core.journal.Account.CONSTRUCTION_READY;
import static org.nestledger.core.journal.Account.COST_ACQUISITION;
import static org.nestledger.core.journal.Account.COST_SERVICING;
import static org.nestledger.core.journal.Account.FUND_LAND_BANK;
import static org.nestledger.core.journal.Account.LAND_ACQUIRED;
import static org.nestledger.core.journal.Account.LAND_OUTSIDE;
import static org.nestledger.core.journal.Account.LAND_SERVICED;
import static org.nestledger.core.journal.Account.QUOTA_AVAILABLE;
import static org.nestledger.core.journal.Account.QUOTA_USED;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Place;
import org.nestledger.core.journal.Posting;
import org.nestledger.core.land.LandEvent;
import org.nestledger.core.land.LandEvent.LandAcquired;
import org.nestledger.core.land.LandEvent.LandConverted;
import org.nestledger.core.land.LandEvent.LandServiced;
import org.nestledger.core.land.LandEvent.ParcelAmended;
import org.nestledger.core.land.LandEvent.ParcelRegistered;
import org.nestledger.core.land.LandEvent.ParcelResurveyed;
import org.nestledger.core.land.LandEvent.ParcelSplit;

final class LandRules {

    private LandRules() {}

    static void post(LandEvent event, Postings out) {
        Place land = Place.ofParcel(LAND_OUTSIDE, event.zone(), event.parcel());
        switch (event) {
            case ParcelRegistered _, ParcelAmended _ -> {}
            case LandAcquired e -> {
                out.area(Flow.ACQUIRE, land, land.with(LAND_ACQUIRED), e.area());
                out.area(Flow.EXISTING, land.with(CONSTRUCTION_NONE), land.with(CONSTRUCTION_READY), e.existing());
                out.money(Flow.COST_ACQUISITION, bank(land), land.with(COST_ACQUISITION), e.cost());
            }
            case LandConverted e -> {
                out.area(Flow.CONVERT, land.with(CONSTRUCTION_NONE), land.with(CONSTRUCTION_READY), e.area());
                Place quota = Place.ofQuota(QUOTA_AVAILABLE, e.quotaZone(), e.quotaYear());
                out.area(Flow.QUOTA_USE, quota, quota.with(QUOTA_USED), e.area());
            }
            case LandServiced e -> {
                out.area(Flow.SERVICE, land.with(LAND_ACQUIRED), land.with(LAND_SERVICED), e.area());
                out.money(Flow.COST_SERVICING, bank(land), land.with(COST_SERVICING), e.cost());
            }
            case ParcelResurveyed e -> stated(Flow.SURVEY, e, e.postings(), out);
            case ParcelSplit e -> stated(Flow.SPLIT, e, e.postings(), out);
        }
    }

    private static void stated(Flow flow, LandEvent event, List<Posting> postings, Postings out) {
        for (Posting posting : postings) {
            out.area(
                    flow,
                    side(event, posting.from(), posting.fromParcel()),
                    side(event, posting.to(), posting.toParcel()),
                    posting.area());
        }
    }

    private static Place side(LandEvent event, Account account, @Nullable String parcel) {
        return Place.ofParcel(account, event.zone(), parcel == null ? event.parcel() : parcel);
    }

    private static Place bank(Place land) {
        return Place.ofZone(FUND_LAND_BANK, land.zone());
    }
}
