package org.nestledger.query.report.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.query.report.durations.PermitSpread;
import org.nestledger.query.report.durations.PermitSpread.By;

/** What the figures of the report of permit durations are: the table, kind, on what grants rest, its name, and what of it. */
final class PermitFigures {

    private static final int CELLS = 5;

    /** All four together are of no kind, and granted by many. */
    private static final List<String> FOUR = List.of("FOUR", "", "");

    private PermitFigures() {}

    static Optional<Definition> of(List<String> cells) {
        return cells.size() == CELLS
                ? statistic(cells.get(4)).flatMap(statistic -> of(cells, statistic))
                : Optional.empty();
    }

    private static Optional<Definition> of(List<String> cells, Statistic statistic) {
        return switch (cells.getFirst()) {
            case "by kind" ->
                cells.get(3).equals(PermitSpread.ALL) ? granted(cells, null, statistic) : Optional.empty();
            case "by grantor" ->
                cells.get(2).equals(By.ANYBODY.name()) ? Optional.empty() : granted(cells, cells.get(3), statistic);
            case "four certificates" ->
                cells.subList(1, 4).equals(FOUR) ? Optional.of(new CertificateDays(statistic)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** @param name of a power or an authority, which may be that of all of them as well */
    private static Optional<Definition> granted(List<String> cells, @Nullable String name, Statistic statistic) {
        return named(PermitKind.values(), cells.get(1))
                .flatMap(kind -> named(By.values(), cells.get(2)).map(by -> new PermitDays(kind, by, name, statistic)));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static Optional<Statistic> statistic(String item) {
        return switch (item) {
            case "count" -> Optional.of(Statistic.COUNT);
            case "median" -> Optional.of(Statistic.MEDIAN);
            case "p90" -> Optional.of(Statistic.NINE_TENTHS_WITHIN);
            case "fewest" -> Optional.of(Statistic.LEAST);
            default -> Optional.empty();
        };
    }
}
