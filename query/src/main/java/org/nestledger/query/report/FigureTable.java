package org.nestledger.query.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;

/**
 * Figures of a report, one a row, each with a key.
 *
 * @param name of the section that shows them
 * @param keys the names of the parts of a key
 * @param ratios whether some of them are quotients, which have a ratio
 * @param months the period whose months are the first parts of the keys; absent when these are something else
 */
public record FigureTable(
        String name,
        List<String> keys,
        boolean ratios,
        @Nullable String months,
        List<Row> rows) {

    /**
     * A figure.
     *
     * @param key a cell for each part, empty where it does not apply
     * @param same what tells which figure of another period is the same one: the key, with parts that name a period or differ
     *     from one to another left empty or in other words
     * @param sum whether it is zero where there is none; a quotient, a rank or a duration is then unknown
     */
    public record Row(
            List<String> key,
            List<String> same,
            Quantity quantity,
            @Nullable Ratio ratio,
            boolean sum) {

        public Row {
            key = List.copyOf(key);
            same = List.copyOf(same);
            if (key.size() != same.size()) {
                throw new IllegalArgumentException(same + " is no key like " + key);
            }
        }

        /** An amount or a count, which is zero where there is none. */
        public static Row sum(Quantity quantity, @Nullable Object... key) {
            List<String> cells = Section.row(key);
            return new Row(cells, cells, quantity, null, true);
        }

        /** A count, which is zero where there is none. */
        public static Row count(long count, @Nullable Object... key) {
            return sum(Quantity.of(BigDecimal.valueOf(count), Movement.COUNT), key);
        }

        /** A duration in whole days. */
        public static Row days(long days, @Nullable Object... key) {
            return single(Quantity.of(BigDecimal.valueOf(days), Amounts.DAYS), null, key);
        }

        /** A quotient, a rank or a duration. */
        public static Row single(Quantity quantity, @Nullable Ratio ratio, @Nullable Object... key) {
            List<String> cells = Section.row(key);
            return new Row(cells, cells, quantity, ratio, false);
        }

        /** What somebody stated: of an area in mu, since that of another row or period may be stated in another unit. */
        public static Row stated(Quantity stated, @Nullable Object... key) {
            boolean area = AreaUnit.isOne(stated.unit());
            return single(
                    area
                            ? AreaUnit.of(stated.unit())
                                    .in(AreaUnit.MU, stated.decimal())
                                    .quantity()
                            : stated,
                    null,
                    key);
        }

        /** The key that no other figure of the unit has: a part is empty where the key says in words that it is unknown. */
        public List<String> name() {
            return IntStream.range(0, key.size())
                    .mapToObj(part -> same.get(part).isEmpty() ? "" : key.get(part))
                    .toList();
        }

        /** The same figure, found again in another period by this instead of its key. */
        public Row foundBy(@Nullable Object... other) {
            return new Row(key, Section.row(other), quantity, ratio, sum);
        }
    }

    public FigureTable {
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.key().size() != keys.size()) {
                throw new IllegalArgumentException(row.key() + " is no key of the parts " + keys);
            }
        }
    }

    /** Amounts and counts. */
    public static FigureTable of(String name, List<String> keys, Stream<Row> rows) {
        return new FigureTable(name, keys, false, null, rows.toList());
    }

    /** The same with quotients among them. */
    public static FigureTable withRatios(String name, List<String> keys, Stream<Row> rows) {
        return new FigureTable(name, keys, true, null, rows.toList());
    }

    /** The same, a figure of each month: found again in another period in the month that is as far from its start. */
    public FigureTable byMonthOf(String period) {
        return new FigureTable(
                name,
                keys,
                ratios,
                period,
                rows.stream().map(row -> ofMonth(period, row)).toList());
    }

    private static Row ofMonth(String period, Row row) {
        List<String> same = new ArrayList<>(row.same());
        same.set(0, ReportPeriod.monthOf(period, row.key().getFirst()));
        return row.foundBy(same.toArray());
    }

    /**
     * The key that a figure of another period, which this table has not, would have here: what tells that it is the same
     * one, with the month of this period, and without what differs from period to period.
     */
    public List<String> keyOf(Row other) {
        List<String> key = new ArrayList<>(other.same());
        if (months != null) {
            key.set(0, ReportPeriod.sameMonth(months, key.getFirst()));
        } else if (key.getFirst().isEmpty()) {
            key.set(0, other.key().getFirst());
        }
        return List.copyOf(key);
    }

    /** The table as it stands in the report. */
    public Section section() {
        List<String> columns = ratios ? List.of("value", "unit", "ratio") : List.of("value", "unit");
        return Section.of(
                name,
                Stream.concat(keys.stream(), columns.stream()).toList(),
                rows.stream().map(this::cells));
    }

    /** The sections of those tables that have rows. */
    public static List<Section> sections(List<FigureTable> tables) {
        return tables.stream()
                .filter(table -> !table.rows().isEmpty())
                .map(FigureTable::section)
                .toList();
    }

    private List<String> cells(Row row) {
        Stream<String> value = Stream.of(row.quantity().value(), row.quantity().unit());
        Stream<String> ratio = ratios ? Section.row(Section.ratio(row.ratio())).stream() : Stream.of();
        return Stream.of(row.key().stream(), value, ratio)
                .flatMap(cells -> cells)
                .toList();
    }
}
