package org.nestledger.query.report.durations;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;

/**
 * How some durations in days are spread, exactly.
 *
 * @param count how many there are, at least one
 * @param median the middle one, or half the sum of the two in the middle
 * @param p90 the fewest days within which nine tenths of them or more were done (nearest rank)
 * @param fewest of the fastest
 * @param fastest whatever took the fewest, by its id
 */
public record Spread(long count, Quantity median, Quantity p90, Quantity fewest, List<String> fastest) {

    /** Something that took whole days. */
    public record Took(String id, long days) {}

    public Spread {
        fastest = List.copyOf(fastest);
    }

    /** @param all at least one */
    static Spread of(List<Took> all) {
        List<Took> sorted = all.stream()
                .sorted(Comparator.comparingLong(Took::days).thenComparing(Took::id))
                .toList();
        int size = sorted.size();
        long fewest = sorted.getFirst().days();
        long middle = sorted.get((size - 1) / 2).days() + sorted.get(size / 2).days();
        return new Spread(
                size,
                days(BigDecimal.valueOf(middle * 5, 1)),
                days(BigDecimal.valueOf(sorted.get((9 * size + 9) / 10 - 1).days())),
                days(BigDecimal.valueOf(fewest)),
                sorted.stream()
                        .takeWhile(took -> took.days() == fewest)
                        .map(Took::id)
                        .toList());
    }

    private static Quantity days(BigDecimal days) {
        return Quantity.of(days, Amounts.DAYS);
    }
}
