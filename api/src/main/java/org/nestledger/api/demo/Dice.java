package org.nestledger.api.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chance that is the same on every machine: the demonstration must be recorded alike everywhere. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A working day from {@code first} to {@code last}. */
    LocalDate workday(LocalDate first, LocalDate last) {
        LocalDate day = first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.isAfter(first) ? day.minusDays(1) : day.plusDays(1);
        }
        return day;
    }

    /**
     * Unequal parts of a total that sum to it exactly.
     *
     * @param least what each part has at least; {@code parts * least} is at most the total
     */
    List<Long> split(long total, int parts, long least) {
        List<Long> weights = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < parts; i++) {
            long weight = between(40, 160);
            weights.add(weight);
            sum += weight;
        }
        long free = total - parts * least;
        List<Long> amounts = new ArrayList<>();
        long given = 0;
        for (int i = 0; i < parts - 1; i++) {
            long amount = least + free * weights.get(i) / sum;
            amounts.add(amount);
            given += amount;
        }
        amounts.add(total - given);
        return amounts;
    }
}
