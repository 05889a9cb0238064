package org.nestledger.core.journal.rules;

import static org.nestledger.core.journal.Account.CONSTRUCTION_OPENING;
import static org.nestledger.core.journal.Account.CONSTRUCTION_READY;
import static org.nestledger.core.journal.Account.INVESTMENT_OPENING;
import static org.nestledger.core.journal.Account.INVESTMENT_PLANNED;
import static org.nestledger.core.journal.Account.LAND_ACQUIRED;
import static org.nestledger.core.journal.Account.LAND_OPENING;
import static org.nestledger.core.journal.Account.LAND_SERVICED;
import static org.nestledger.core.journal.Account.PROJECT_OPENING;
import static org.nestledger.core.journal.Account.QUOTA_AVAILABLE;
import static org.nestledger.core.journal.Account.QUOTA_OPENING;
import static org.nestledger.core.journal.Account.QUOTA_USED;
import static org.nestledger.core.journal.Flow.OPENING;

import org.nestledger.core.journal.Place;
import org.nestledger.core.opening.OpeningEvent;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.opening.OpeningEvent.OpeningQuotaRecorded;
import org.nestledger.core.opening.OpeningEvent.OpeningStockRecorded;

final class OpeningRules {

    private OpeningRules() {}

    static void post(OpeningEvent event, Postings out) {
        switch (event) {
            case OpeningStockRecorded e -> stock(e, out);
            case OpeningProjectRecorded e -> {
                Place opening = Place.ofProject(PROJECT_OPENING, e.zone(), e.project());
                out.one(OPENING, opening, opening.with(e.stage().account()));
                out.money(
                        OPENING,
                        opening.with(INVESTMENT_OPENING),
                        opening.with(INVESTMENT_PLANNED),
                        e.plannedInvestment());
            }
            case OpeningQuotaRecorded e -> {
                Place opening = Place.ofQuota(QUOTA_OPENING, e.zone(), e.year());
                out.area(OPENING, opening, opening.with(QUOTA_AVAILABLE), e.available());
                out.area(OPENING, opening, opening.with(QUOTA_USED), e.used());
            }
        }
    }

    private static void stock(OpeningStockRecorded e, Postings out) {
        Place land = Place.ofParcel(LAND_OPENING, e.zone(), e.parcel());
        out.area(OPENING, land, land.with(LAND_ACQUIRED), e.acquired());
        out.area(OPENING, land, land.with(LAND_SERVICED), e.serviced());
        out.area(
                OPENING,
                land.with(CONSTRUCTION_OPENING),
                land.with(CONSTRUCTION_READY),
                e.existing().plus(e.converted()));
        if (e.usedQuota() != null) {
            Place quota = Place.ofQuota(
                    QUOTA_OPENING, e.usedQuota().zone(), e.usedQuota().year());
            out.area(OPENING, quota, quota.with(QUOTA_USED), e.converted());
        }
    }
}
