package org.nestledger.query.report.explain;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.Measure;
import org.nestledger.query.report.Measures;
import org.nestledger.query.report.Value;

/** The units that figures of reports are in. Areas are shown in others too, and are figures in mu alone. */
public final class FigureUnits {

    private static final String PER_MU = "/" + Area.UNIT;

    private static final Set<String> FIXED = Stream.concat(
                    Measures.all().stream().map(Measure::unit),
                    Stream.of(Area.UNIT, Movement.COUNT, Movement.VISITS, Amounts.DAYS, Amounts.RANK, Value.PERCENT))
            .filter(unit -> !unit.equals(Measures.CURRENCY))
            .collect(Collectors.toUnmodifiableSet());

    private FigureUnits() {}

    /** Whether a figure can be in it: {@code mu}, {@code count}, a currency, a currency per mu, and so on. */
    public static boolean isOne(String unit) {
        return FIXED.contains(unit)
                || Money.isCurrency(unit)
                || currencyPerMu(unit).isPresent();
    }

    /** The currency of a unit like {@code CNY/mu}; none of any other. */
    static Optional<String> currencyPerMu(String unit) {
        return unit.endsWith(PER_MU)
                ? Optional.of(unit.substring(0, unit.length() - PER_MU.length()))
                        .filter(Money::isCurrency)
                : Optional.empty();
    }
}
