package org.nestledger.core.journal;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A quantity that changes on business days: what it is at the end of each, zero before the first. */
public final class DaySeries {

    private final NavigableMap<LocalDate, Long> changes = new TreeMap<>();

    public void change(LocalDate day, long amount) {
        changes.merge(day, amount, Math::addExact);
    }

    /** The value at the end of the day. */
    public long at(LocalDate day) {
        return sum(changes.headMap(day, true));
    }

    /** The value after everything known. */
    public long last() {
        return sum(changes);
    }

    /** Fails with {@link ArithmeticException} when the value of any day is too large to be held exactly. */
    public void requireRepresentable() {
        long running = 0;
        for (long change : changes.values()) {
            running = Math.addExact(running, change);
        }
    }

    /** The least value at the end of this day and of every later one. */
    public long least(LocalDate from) {
        return Math.min(at(from), leastLater(from, 1));
    }

    /** The greatest value at the end of this day and of every later one. */
    public long greatest(LocalDate from) {
        return Math.max(at(from), Math.negateExact(leastLater(from, -1)));
    }

    private long leastLater(LocalDate from, int sign) {
        long running = Math.multiplyExact(sign, at(from));
        long least = running;
        for (long change : changes.tailMap(from, false).values()) {
            running = Math.addExact(running, Math.multiplyExact(sign, change));
            least = Math.min(least, running);
        }
        return least;
    }

    /** The first day from this one on whose value is negative; the day itself when none is. */
    public LocalDate firstNegative(LocalDate from) {
        if (at(from) < 0) {
            return from;
        }
        return changes.tailMap(from, false).keySet().stream()
                .filter(day -> at(day) < 0)
                .findFirst()
                .orElse(from);
    }

    public DaySeries minus(DaySeries other) {
        DaySeries difference = new DaySeries();
        changes.forEach(difference::change);
        other.changes.forEach((day, amount) -> difference.change(day, Math.negateExact(amount)));
        return difference;
    }

    private static long sum(Map<LocalDate, Long> days) {
        return days.values().stream().reduce(0L, Math::addExact);
    }
}
