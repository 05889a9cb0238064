package org.nestledger.query.report.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;

/** The numbers in the verdicts that explain themselves: what was published, and what the ledger says now and said then. */
final class VerdictFigures {

    /** What the value is of is a part of its name, with the day that it counts to: no later name has to look them up. */
    private static final List<String> KEYS = List.of("figure", "measure", "subject", "period", "as of", "value");

    private VerdictFigures() {}

    static FigureTable of(List<ReconciledFigure> figures) {
        return FigureTable.withRatios("verdicts", KEYS, figures.stream().flatMap(VerdictFigures::rows));
    }

    private static Stream<Row> rows(ReconciledFigure figure) {
        Published published = figure.published();
        return Stream.of(
                        stated(published),
                        ledger(published, figure.asOf(), figure.now(), "ledger"),
                        ledger(published, figure.asOf(), figure.atPublication(), "ledger at publication"))
                .flatMap(Optional::stream);
    }

    private static Optional<Row> stated(Published published) {
        String value = published.value();
        return value == null
                ? Optional.empty()
                : Optional.of(Row.stated(
                        new Quantity(value, published.unit()),
                        published.figure(),
                        published.measure(),
                        published.subject(),
                        published.period().text(),
                        null,
                        "published"));
    }

    private static Optional<Row> ledger(Published published, LocalDate asOf, Judgement judgement, String value) {
        Figure figure = judgement.ledger();
        return figure == null
                ? Optional.empty()
                : Optional.of(Row.single(
                        new Quantity(figure.value(), figure.unit()),
                        figure.ratio(),
                        published.figure(),
                        published.measure(),
                        published.subject(),
                        published.period().text(),
                        asOf,
                        value));
    }
}
