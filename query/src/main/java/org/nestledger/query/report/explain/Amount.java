package org.nestledger.query.report.explain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;

/**
 * How much an entry adds.
 *
 * @param whole millionths of a mu, minor units of money, visits or a count
 */
public record Amount(long whole, String unit) {

    /** As it is written outside. */
    @JsonValue
    public Quantity quantity() {
        return Amounts.quantity(BigDecimal.valueOf(whole), unit);
    }
}
