package org.nestledger.core.journal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Balances at the end of each business day, folded from movements. Holds what changed on which day. */
public final class Balances {

    private final Map<BalanceKey, NavigableMap<LocalDate, Long>> changes = new HashMap<>();

    private Balances() {}

    public static Balances of(Stream<Movement> movements) {
        Balances balances = new Balances();
        movements.forEach(balances::post);
        return balances;
    }

    private void post(Movement movement) {
        change(movement.from().key(), movement.occurredOn(), Math.negateExact(movement.amount()));
        change(movement.to().key(), movement.occurredOn(), movement.amount());
    }

    private void change(BalanceKey key, LocalDate day, long amount) {
        changes.computeIfAbsent(key, _ -> new TreeMap<>()).merge(day, amount, Math::addExact);
    }

    /** The balance at the end of the day. */
    public long at(BalanceKey key, LocalDate day) {
        return sum(days(key).headMap(day, true));
    }

    /** The balance after everything known. */
    public long last(BalanceKey key) {
        return sum(days(key));
    }

    /** The least balance at the end of this day and of every later one. */
    public long least(BalanceKey key, LocalDate from) {
        long running = at(key, from);
        long least = running;
        for (long change : days(key).tailMap(from, false).values()) {
            running = Math.addExact(running, change);
            least = Math.min(least, running);
        }
        return least;
    }

    private NavigableMap<LocalDate, Long> days(BalanceKey key) {
        NavigableMap<LocalDate, Long> days = changes.get(key);
        return days == null ? new TreeMap<>() : days;
    }

    private static long sum(Map<LocalDate, Long> days) {
        return days.values().stream().reduce(0L, Math::addExact);
    }
}
