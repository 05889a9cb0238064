package org.nestledger.query.report.approved;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * Land of a zone and its descendants that is approved for construction and not supplied on a day, by the year of its
 * approval: the day of its conversion; of opening stock, the quota year that it states.
 *
 * <p>A supply says of which parcel it is, not of which approval. The land of a parcel is taken to be supplied in the order in
 * which it became ready: first the opening stock, of it the existing land before the converted, then acquired existing
 * land and conversions by their days. A parcel and those split from it count as one. What is rescinded was not supplied, and
 * what a survey did not find any more is taken from what comes next in that order. Entries that were taken back by the day
 * count for nothing. What is left of approved and of existing land together is the balance of {@code construction:ready}.
 *
 * @param total of all zones and years
 * @param byYear of all zones, land of an unknown year first
 * @param byZone each zone's own parcels by year
 * @param existing land that was construction land before and needed no approval, in no total
 */
public record ApprovedNotSuppliedReport(
        String zone,
        LocalDate asOf,
        KnownPosition knownAt,
        ConstructionLand total,
        List<ApprovedLand> byYear,
        List<ApprovedLand> byZone,
        List<ExistingLand> existing)
        implements Report {

    private static final List<String> BY_YEAR =
            List.of("zone", "year", "approved", "supplied", "surveyed away", "not supplied", "unit");
    private static final List<String> EXISTING =
            List.of("zone", "ready", "supplied", "surveyed away", "not supplied", "unit");

    public ApprovedNotSuppliedReport {
        byYear = List.copyOf(byYear);
        byZone = List.copyOf(byZone);
        existing = List.copyOf(existing);
    }

    @Override
    public String title() {
        return "Land of " + zone + " approved and not supplied";
    }

    @Override
    public List<FigureTable> explainedTables() {
        List<String> keys = List.of("zone", "year", "figure");
        return List.of(
                FigureTable.of(
                        "total",
                        keys,
                        Stream.concat(
                                byYear.stream().flatMap(each -> figures(zone, each)),
                                figures(total, "approved", zone, "all"))),
                FigureTable.of("by zone", keys, byZone.stream().flatMap(each -> figures(each.zone(), each))),
                FigureTable.of(
                        "existing construction land",
                        List.of("zone", "figure"),
                        existing.stream().flatMap(each -> figures(each.land(), "ready", each.zone()))));
    }

    private static Stream<Row> figures(@Nullable String of, ApprovedLand each) {
        return each.year() == null
                ? figures(each.land(), "approved", of, "unknown")
                        .map(row -> row.foundBy(of, null, row.key().getLast()))
                : figures(each.land(), "approved", of, each.year());
    }

    /** @param ready how all of it is called */
    private static Stream<Row> figures(ConstructionLand land, String ready, @Nullable Object... of) {
        return Stream.of(
                row(land.ready(), ready, of),
                row(land.supplied(), "supplied", of),
                row(land.surveyedAway(), "surveyed away", of),
                row(land.notSupplied(), "not supplied", of));
    }

    private static Row row(Quantity quantity, String figure, @Nullable Object... of) {
        return Row.sum(
                quantity, Stream.concat(Arrays.stream(of), Stream.of(figure)).toArray());
    }

    @Override
    public List<Section> sections() {
        return Stream.of(
                        Section.of("total", BY_YEAR, totals()),
                        Section.of("by zone", BY_YEAR, byZone.stream().map(each -> row(each.zone(), each))),
                        Section.of(
                                "existing construction land",
                                EXISTING,
                                existing.stream().map(ApprovedNotSuppliedReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private Stream<List<String>> totals() {
        return Stream.concat(byYear.stream().map(each -> row(zone, each)), Stream.of(row(zone, "all", total)));
    }

    private static List<String> row(@Nullable String of, ApprovedLand each) {
        return row(of, each.year() == null ? "unknown" : each.year().toString(), each.land());
    }

    private static List<String> row(@Nullable String of, String year, ConstructionLand land) {
        return Section.row(
                of,
                year,
                land.ready().value(),
                land.supplied().value(),
                land.surveyedAway().value(),
                land.notSupplied().value(),
                land.notSupplied().unit());
    }

    private static List<String> row(ExistingLand each) {
        ConstructionLand land = each.land();
        return Section.row(
                each.zone(),
                land.ready().value(),
                land.supplied().value(),
                land.surveyedAway().value(),
                land.notSupplied().value(),
                land.notSupplied().unit());
    }
}
