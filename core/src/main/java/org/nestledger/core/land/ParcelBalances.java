package org.nestledger.core.land;

import java.util.Set;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.DaySeries;

/** What is still free on a parcel, through time, in millionths of a mu. */
final class ParcelBalances {

    private static final Set<Account> HELD =
            Set.of(Account.LAND_ACQUIRED, Account.LAND_SERVICED, Account.LAND_SUPPLIED);
    private static final Set<Account> READY = Set.of(Account.CONSTRUCTION_READY, Account.CONSTRUCTION_SUPPLIED);

    private ParcelBalances() {}

    static DaySeries held(Facts facts, Parcel parcel) {
        return total(facts, parcel, HELD);
    }

    /** Area less acquired, serviced and supplied. */
    static DaySeries unacquired(Facts facts, Parcel parcel) {
        return parcel.area().minus(held(facts, parcel));
    }

    /** Area less what is or was ready for construction. */
    static DaySeries unconverted(Facts facts, Parcel parcel) {
        return parcel.area().minus(total(facts, parcel, READY));
    }

    private static DaySeries total(Facts facts, Parcel parcel, Set<Account> accounts) {
        return facts.balances()
                .total(place ->
                        accounts.contains(place.account()) && parcel.id().equals(place.parcel()));
    }
}
