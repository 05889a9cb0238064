package org.nestledger.core.journal;

import java.util.List;
import java.util.function.Predicate;

/** Balances by business day, each folded from the movements when it is asked for. */
public final class Balances {

    private final List<Movement> movements;

    public Balances(List<Movement> movements) {
        this.movements = List.copyOf(movements);
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
        for (Movement movement : movements) {
            if (places.test(movement.from())) {
                total.change(movement.occurredOn(), Math.negateExact(movement.amount()));
            }
            if (places.test(movement.to())) {
                total.change(movement.occurredOn(), movement.amount());
            }
        }
        return total;
    }
}
