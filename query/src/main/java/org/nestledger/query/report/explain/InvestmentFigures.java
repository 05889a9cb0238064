package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import org.nestledger.query.report.explain.InvestmentPartOf.By;

/** What the figures of the investment report are, in each of its tables. */
final class InvestmentFigures {

    private InvestmentFigures() {}

    static Optional<Definition> of(List<String> cells) {
        String last = cells.getLast();
        if (!last.equals("planned") && !last.equals("made")) {
            return Optional.empty();
        }
        boolean planned = last.equals("planned");
        return switch (cells.getFirst()) {
            case "total" -> part(cells, By.NOTHING, planned).map(Books.ofReport(cells.get(1))::with);
            case "by industry" -> part(cells, By.INDUSTRY, planned);
            case "by origin" -> part(cells, By.ORIGIN, planned);
            case "by month" -> part(cells, By.MONTH, planned);
            case "per mu" -> cells.size() == 2 ? Optional.of(new InvestmentPerMu(planned)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Definition> part(List<String> cells, By by, boolean planned) {
        return cells.size() == 3 ? Optional.of(new InvestmentPartOf(by, cells.get(1), planned)) : Optional.empty();
    }
}
