package org.nestledger.query.report.ranks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;
import org.nestledger.query.report.Standing;

/**
 * Everybody who is ranked beside a zone, or beside its projects, in a period, by each measure that ranks. Only those that
 * have data are ranked.
 *
 * @param year that the period lies in
 * @param period {@code 2023}, {@code 2023-Q3} or {@code 2023-07}
 */
public record RanksReport(
        String zone, int year, String period, LocalDate asOf, KnownPosition knownAt, List<RankedMeasure> measures)
        implements Report {

    private static final List<String> COLUMNS =
            List.of("measure", "city", "period", "rank", "of", "subject", "value", "unit", "ratio");

    public RanksReport {
        measures = List.copyOf(measures);
    }

    @Override
    public String title() {
        return "Ranks beside " + zone + " in " + period;
    }

    @Override
    public List<FigureTable> figureTables() {
        return List.of(FigureTable.withRatios(
                "ranks",
                List.of("measure", "subject", "item"),
                measures.stream()
                        .flatMap(each -> each.places().stream().flatMap(place -> figures(each.measure(), place)))));
    }

    @Override
    public List<Section> sections() {
        return Stream.of(Section.of(
                        "ranks",
                        COLUMNS,
                        measures.stream().flatMap(each -> each.places().stream().map(place -> row(each, place)))))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static Stream<Row> figures(String measure, Standing place) {
        Figure figure = place.figure();
        Quantity rank = Quantity.of(BigDecimal.valueOf(place.rank()), Amounts.RANK);
        return Stream.of(
                Row.single(
                        new Quantity(figure.value(), figure.unit()),
                        figure.ratio(),
                        measure,
                        figure.subject(),
                        "value"),
                Row.single(rank, null, measure, figure.subject(), "rank"));
    }

    private static List<String> row(RankedMeasure measure, Standing place) {
        Figure figure = place.figure();
        return Section.row(
                measure.measure(),
                measure.city(),
                measure.period(),
                place.rank(),
                measure.ranked(),
                figure.subject(),
                figure.value(),
                figure.unit(),
                Section.ratio(figure.ratio()));
    }
}
