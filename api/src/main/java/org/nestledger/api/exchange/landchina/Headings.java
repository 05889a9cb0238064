package org.nestledger.api.exchange.landchina;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which column of a file states what, told by its headings in whatever order. */
public final class Headings {

    /** As many as tell a file of notices from any other. */
    private static final int ENOUGH = 3;

    private static final Map<String, Column> BY_NAME = byName();
    private static final Set<String> OTHER_UNITS =
            Set.of("元", "千元", "亿元", "美元", "万美元", "港元", "万港元", "平方米", "m2", "亩", "顷", "平方公里", "km2");
    private static final Set<Column> REQUIRED =
            Set.of(Column.PROJECT_NAME, Column.AREA, Column.METHOD, Column.HOLDER, Column.CONTRACT_DATE);

    private final List<String> titles;
    private final Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
    private final List<String> unknown = new ArrayList<>();

    private Headings(List<String> titles) {
        this.titles = List.copyOf(titles);
        for (int i = 0; i < titles.size(); i++) {
            Column column = BY_NAME.get(normal(titles.get(i)));
            if (column != null) {
                places.computeIfAbsent(column, c -> new ArrayList<>()).add(i);
            } else if (!normal(titles.get(i)).isEmpty()) {
                unknown.add(titles.get(i).strip());
            }
        }
    }

    /** How many different columns are known by these headings. */
    public static long known(List<String> titles) {
        return titles.stream()
                .map(title -> BY_NAME.get(normal(title)))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /** Whether these can be the headings of notices, complete or not. */
    public static boolean recognised(List<String> titles) {
        return known(titles) >= ENOUGH;
    }

    /** The columns under these headings; {@link UnusableHeadings} when they cannot state a notice. */
    public static Headings of(List<String> titles) {
        if (!recognised(titles)) {
            throw new UnusableHeadings("has no headings of land supply notices in its first line, such as "
                    + titles(List.of(
                            Column.SUPERVISION_NUMBER, Column.PROJECT_NAME, Column.AREA, Column.CONTRACT_DATE)));
        }
        Headings headings = new Headings(titles);
        headings.refuseOtherUnits();
        headings.refuseMissing();
        return headings;
    }

    /** Headings that say nothing to the import, as they are written. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** How many cells a row has. */
    public int width() {
        return titles.size();
    }

    /** Whether this row only repeats the headings, as where files were put together. */
    public boolean repeatedBy(List<String> cells) {
        return cells.equals(titles);
    }

    /** Whether a heading stands more than once, so that rows can contradict themselves. */
    public boolean repeated() {
        return places.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey() != Column.HOLDER && entry.getValue().size() > 1);
    }

    /** The heading under which this row states two different things, if it does. */
    public @Nullable String contradiction(List<String> cells) {
        for (Map.Entry<Column, List<Integer>> entry : places.entrySet()) {
            if (entry.getKey() != Column.HOLDER && texts(entry.getKey(), cells).size() > 1) {
                return title(entry.getKey());
            }
        }
        return null;
    }

    /** What a row states in the columns of this meaning, in order and each once; nothing for what is empty. */
    List<String> texts(Column column, List<String> cells) {
        return places.getOrDefault(column, List.of()).stream()
                .map(place -> Cell.text(cells.get(place)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The heading as the file writes it. */
    String title(Column column) {
        List<Integer> at = places.getOrDefault(column, List.of());
        return at.isEmpty() ? column.title() : titles.get(at.getFirst()).strip();
    }

    private void refuseMissing() {
        List<Column> missing = Arrays.stream(Column.values())
                .filter(column -> REQUIRED.contains(column) && !places.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnusableHeadings("lacks the heading " + titles(missing) + ": add the column");
        }
        if (!places.containsKey(Column.SUPERVISION_NUMBER) && !places.containsKey(Column.URL)) {
            throw new UnusableHeadings("has neither the heading " + Column.SUPERVISION_NUMBER.title() + " nor "
                    + Column.URL.title() + ", so no notice could be told from another: add one of the columns");
        }
    }

    /** A price in yuan that passed for an unknown column would leave the price unknown. */
    private void refuseOtherUnits() {
        for (String title : unknown) {
            for (Column column : List.of(Column.AREA, Column.PRICE, Column.INSTALMENT_AMOUNT)) {
                for (String name : column.names()) {
                    String base = normal(name);
                    if (normal(title).startsWith(base)
                            && OTHER_UNITS.contains(normal(title).substring(base.length()))) {
                        throw new UnusableHeadings("states " + column.title() + " in another unit, as \"" + title
                                + "\": convert the column and name it " + column.title());
                    }
                }
            }
        }
    }

    private static String titles(List<Column> columns) {
        return columns.stream().map(Column::title).collect(Collectors.joining(", "));
    }

    private static Map<String, Column> byName() {
        Map<String, Column> byName = new HashMap<>();
        for (Column column : Column.values()) {
            for (String name : column.names()) {
                byName.putIfAbsent(normal(name), column);
            }
        }
        return Map.copyOf(byName);
    }

    /** Spaces, brackets and punctuation tell no headings apart, nor do 时间 and 日期. */
    private static String normal(String title) {
        return Cell.nfkc(title)
                .replaceAll("[\\s\\p{Z}\\p{Cf}\\p{P}*|]", "")
                .toLowerCase(Locale.ROOT)
                .replace("installment", "instalment")
                .replace("时间", "日期");
    }
}
