package org.nestledger.query.report.explain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.measure.InvalidQuantity;

/**
 * What the figures of the reconciliation are: the table, the published figure, its measure, subject and period, the last day
 * that the ledger's value counts, and which of the values.
 */
final class ReconciliationFigures {

    private static final int CELLS = 7;

    private ReconciliationFigures() {}

    static Optional<Definition> of(List<String> cells) {
        if (cells.size() != CELLS || !cells.getFirst().equals("verdicts")) {
            return Optional.empty();
        }
        return period(cells.get(4))
                .flatMap(period ->
                        of(new Claim(cells.get(1), cells.get(2), cells.get(3), period), cells.get(5), cells.getLast()));
    }

    private static Optional<Definition> of(Claim claim, String asOf, String value) {
        return switch (value) {
            case "published" -> asOf.isEmpty() ? Optional.of(new PublishedValue(claim)) : Optional.empty();
            case "ledger" -> ledger(claim, asOf, false);
            case "ledger at publication" -> ledger(claim, asOf, true);
            default -> Optional.empty();
        };
    }

    private static Optional<Definition> ledger(Claim claim, String asOf, boolean atPublication) {
        return Meant.by(claim.measure())
                .flatMap(meant -> day(asOf).map(day -> new LedgerValue(claim, meant, day, atPublication)));
    }

    private static Optional<StatedPeriod> period(String text) {
        try {
            return Optional.of(StatedPeriod.of(text));
        } catch (InvalidQuantity noPeriod) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
