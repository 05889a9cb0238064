package org.nestledger.core.decision;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Money;
import org.nestledger.core.measure.Quantity;

/** What is said of a measure, whether it was published or is aimed at. The ledger need not be able to derive the measure. */
public final class MeasureRule {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+){0,5}");
    private static final List<String> UNITS =
            List.of("mu", "ha", "m2", "acre", "count", "days", "days/project", "percent", "rank", "visits");

    private MeasureRule() {}

    /** Whether the measure has the name of one. */
    public static @Nullable Rejection nameRefusal(String measure) {
        return NAME.matcher(measure).matches()
                ? null
                : invalid("\"measure\" is no name of a measure", "Write it like land.acquired.");
    }

    /** Whether the unit is one of the ledger's or a currency. */
    public static @Nullable Rejection unitRefusal(String unit) {
        return UNITS.contains(unit) || Money.isCurrency(unit)
                ? null
                : invalid("\"unit\" is no unit", "Use a currency code or one of " + String.join(", ", UNITS) + ".");
    }

    /** Whether the quantity of this field is zero or more. */
    public static @Nullable Rejection signRefusal(String field, Quantity quantity, String remedy) {
        return quantity.decimal().signum() < 0 ? invalid("\"" + field + "\" is negative", remedy) : null;
    }

    private static Rejection invalid(String what, String remedy) {
        return Rejection.of(RefusalCode.INVALID_FIELD, what + ".", remedy);
    }
}
