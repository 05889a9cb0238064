package org.nestledger.query.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;

/**
 * The place of a subject among those of its kind.
 *
 * @param rank 1 for the best; equal values share it
 * @param ranked how many have one
 */
record Place(long rank, long ranked) {

    static final String RANK = ".rank";
    static final String RANKED = ".ranked";

    /** The measure that a place, or how many have one, is by. */
    static Optional<Measure> measure(String figure) {
        return Stream.of(RANK, RANKED)
                .filter(figure::endsWith)
                .map(ending -> figure.substring(0, figure.length() - ending.length()))
                .flatMap(ranked -> Measures.rankedAs(ranked).stream())
                .findFirst();
    }

    List<Figure> figures(String measure, String subject, String period) {
        return List.of(
                figure(measure + RANK, subject, period, rank, Amounts.RANK),
                figure(measure + RANKED, subject, period, ranked, Movement.COUNT));
    }

    private static Figure figure(String code, String subject, String period, long value, String unit) {
        Quantity quantity = Quantity.of(BigDecimal.valueOf(value), unit);
        return new Figure(code, subject, period, quantity.value(), unit, null);
    }
}
