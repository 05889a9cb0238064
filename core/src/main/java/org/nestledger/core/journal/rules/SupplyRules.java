package org.nestledger.core.journal.rules;

import static org.nestledger.core.journal.Account.CONSTRUCTION_READY;
import static org.nestledger.core.journal.Account.CONSTRUCTION_SUPPLIED;
import static org.nestledger.core.journal.Account.LAND_SERVICED;
import static org.nestledger.core.journal.Account.LAND_SUPPLIED;
import static org.nestledger.core.journal.Account.PROCEEDS_SUPPLY;
import static org.nestledger.core.journal.Account.RECEIVABLE_LAND_PRICE;

import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Place;
import org.nestledger.core.supply.SupplyEvent;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.supply.SupplyEvent.SupplyRescinded;

final class SupplyRules {

    private SupplyRules() {}

    static void post(SupplyEvent event, Postings out) {
        Place serviced = place(event, LAND_SERVICED);
        Place supplied = place(event, LAND_SUPPLIED);
        Place ready = place(event, CONSTRUCTION_READY);
        Place built = place(event, CONSTRUCTION_SUPPLIED);
        Place proceeds = place(event, PROCEEDS_SUPPLY);
        Place receivable = place(event, RECEIVABLE_LAND_PRICE);
        switch (event) {
            case LandSupplied e -> {
                out.area(Flow.SUPPLY, serviced, supplied, e.area());
                out.area(Flow.SUPPLY_READY, ready, built, e.area());
                out.money(Flow.PRICE, proceeds, receivable, e.terms().price());
            }
            case SupplyRescinded e -> {
                out.area(Flow.RESCIND, supplied, serviced, e.area());
                out.area(Flow.RESCIND_READY, built, ready, e.area());
                out.money(Flow.PRICE_RESCIND, receivable, proceeds, e.priceReduction());
            }
        }
    }

    private static Place place(SupplyEvent e, Account account) {
        return new Place(account, e.zone(), e.parcel(), e.project(), e.supply(), null);
    }
}
