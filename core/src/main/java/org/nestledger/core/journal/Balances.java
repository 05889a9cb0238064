package org.nestledger.core.journal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Balances by business day, folded from movements. */
public final class Balances {

    private final List<Movement> movements;
    private final Map<BalanceKey, DaySeries> byKey = new HashMap<>();

    private Balances(List<Movement> movements) {
        this.movements = movements;
        for (Movement movement : movements) {
            change(movement.from().key(), movement.occurredOn(), Math.negateExact(movement.amount()));
            change(movement.to().key(), movement.occurredOn(), movement.amount());
        }
    }

    public static Balances of(Stream<Movement> movements) {
        return new Balances(movements.toList());
    }

    private void change(BalanceKey key, LocalDate day, long amount) {
        byKey.computeIfAbsent(key, _ -> new DaySeries()).change(day, amount);
    }

    /** One balance through time. */
    public DaySeries of(BalanceKey key) {
        DaySeries series = byKey.get(key);
        return series == null ? new DaySeries() : series;
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
