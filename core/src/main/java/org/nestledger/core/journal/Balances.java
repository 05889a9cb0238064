package org.nestledger.core.journal;

import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Balances by business day, each folded from the movements when it is asked for. */
public final class Balances {

    private final List<? extends Posted> entries;

    /** Of these entries, which are not copied: decisions on long histories ask for balances all the time. */
    public Balances(List<? extends Posted> entries) {
        this.entries = Collections.unmodifiableList(entries);
    }

    /** One balance through time. */
    public DaySeries of(BalanceKey key) {
        return total(place -> place.isOf(key));
    }

    public DaySeries of(Account account, String owner) {
        return of(new BalanceKey(account, owner));
    }

    /** The sum of all places that match, through time. */
    public DaySeries total(Predicate<Place> places) {
        DaySeries total = new DaySeries();
        for (Posted entry : entries) {
            for (Movement movement : entry.movements()) {
                if (places.test(movement.from())) {
                    total.change(movement.occurredOn(), Math.negateExact(movement.amount()));
                }
                if (places.test(movement.to())) {
                    total.change(movement.occurredOn(), movement.amount());
                }
            }
        }
        return total;
    }
}
