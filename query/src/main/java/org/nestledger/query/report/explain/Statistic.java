package org.nestledger.query.report.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.nestledger.core.journal.Movement;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.explain.Explanation.Spread;

/** What is said of some numbers, of which there is at least one unless they are counted. */
enum Statistic {
    COUNT("how many there are of") {
        @Override
        BigDecimal ofSorted(List<BigDecimal> numbers) {
            return BigDecimal.valueOf(numbers.size());
        }
    },
    /** The middle one, or half the sum of the two in the middle. */
    MEDIAN("the median of") {
        @Override
        BigDecimal ofSorted(List<BigDecimal> numbers) {
            BigDecimal middle = numbers.get((numbers.size() - 1) / 2).add(numbers.get(numbers.size() / 2));
            return middle.multiply(HALF);
        }
    },
    /** The least that half of them or more do not exceed (nearest rank). */
    HALF_WITHIN("the fewest that half or more do not exceed, of") {
        @Override
        BigDecimal ofSorted(List<BigDecimal> numbers) {
            return within(numbers, 50);
        }
    },
    /** The least that nine tenths of them or more do not exceed (nearest rank). */
    NINE_TENTHS_WITHIN("the fewest that nine tenths or more do not exceed, of") {
        @Override
        BigDecimal ofSorted(List<BigDecimal> numbers) {
            return within(numbers, 90);
        }
    },
    LEAST("the fewest of") {
        @Override
        BigDecimal ofSorted(List<BigDecimal> numbers) {
            return numbers.getFirst();
        }
    },
    GREATEST("the most of") {
        @Override
        BigDecimal ofSorted(List<BigDecimal> numbers) {
            return numbers.getLast();
        }
    };

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int PER_CENT = 100;

    private final String words;

    Statistic(String words) {
        this.words = words;
    }

    /** What it is, before the name of the numbers. */
    String words() {
        return words;
    }

    /** It as an explanation; none where there is nothing to tell it of. */
    Optional<Explanation> of(Inquiry inquiry, List<Entry> entries, List<Entry> basis) {
        return this != COUNT && entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spread(inquiry.head(unit(), inquiry.formula()), entries, this, basis));
    }

    /** The numbers are days; how many there are is not. */
    private String unit() {
        return this == COUNT ? Movement.COUNT : Amounts.DAYS;
    }

    abstract BigDecimal ofSorted(List<BigDecimal> numbers);

    BigDecimal of(List<BigDecimal> numbers) {
        return ofSorted(numbers.stream().sorted().toList());
    }

    private static BigDecimal within(List<BigDecimal> numbers, int percent) {
        return numbers.get(Math.ceilDiv(numbers.size() * percent, PER_CENT) - 1);
    }
}
