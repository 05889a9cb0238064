package org.nestledger.query.report.approved;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Quantity;

/**
 * Land that may be built on: what became ready, where it went, and what is left.
 *
 * @param ready all that was approved, or existed
 * @param supplied less what was rescinded
 * @param surveyedAway what a later survey did not find any more
 * @param notSupplied what is left: ready less the others
 */
public record ConstructionLand(Quantity ready, Quantity supplied, Quantity surveyedAway, Quantity notSupplied) {

    static ConstructionLand of(BigDecimal ready, BigDecimal supplied, BigDecimal lost) {
        return new ConstructionLand(
                Area.quantityOf(ready),
                Area.quantityOf(supplied),
                Area.quantityOf(lost),
                Area.quantityOf(ready.subtract(supplied).subtract(lost)));
    }

    static ConstructionLand sum(Collection<ConstructionLand> parts) {
        return new ConstructionLand(
                sum(parts, ConstructionLand::ready),
                sum(parts, ConstructionLand::supplied),
                sum(parts, ConstructionLand::surveyedAway),
                sum(parts, ConstructionLand::notSupplied));
    }

    private static Quantity sum(Collection<ConstructionLand> parts, Function<ConstructionLand, Quantity> amount) {
        return parts.stream()
                .map(amount)
                .map(Quantity::decimal)
                .reduce(BigDecimal::add)
                .map(sum -> Quantity.of(sum, Area.UNIT))
                .orElse(new Quantity("0", Area.UNIT));
    }
}
