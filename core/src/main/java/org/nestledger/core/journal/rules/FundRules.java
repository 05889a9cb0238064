package org.nestledger.core.journal.rules;

import static org.nestledger.core.journal.Account.FUND_LAND_BANK;
import static org.nestledger.core.journal.Account.RECEIVABLE_LAND_PRICE;

import org.nestledger.core.fund.FundEvent;
import org.nestledger.core.fund.FundEvent.FundingRecorded;
import org.nestledger.core.fund.FundEvent.LandPaid;
import org.nestledger.core.fund.FundEvent.LandPriceRefunded;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Place;

final class FundRules {

    private FundRules() {}

    static void post(FundEvent event, Postings out) {
        Place bank = Place.ofZone(FUND_LAND_BANK, event.zone());
        switch (event) {
            case FundingRecorded e ->
                out.money(Flow.FUNDING, bank.with(e.source().account()), bank, e.amount());
            case LandPaid e ->
                out.money(Flow.PAYMENT, receivable(e.zone(), e.parcel(), e.project(), e.supply()), bank, e.amount());
            case LandPriceRefunded e ->
                out.money(Flow.REFUND, bank, receivable(e.zone(), e.parcel(), e.project(), e.supply()), e.amount());
        }
    }

    private static Place receivable(String zone, String parcel, String project, String supply) {
        return new Place(RECEIVABLE_LAND_PRICE, zone, parcel, project, supply, null);
    }
}
