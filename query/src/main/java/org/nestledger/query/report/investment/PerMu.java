package org.nestledger.query.report.investment;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.Value;

/**
 * Investment for each mu of land, of the projects that were supplied with more land in the period than was taken back.
 *
 * @param item {@code planned} or {@code made}
 * @param projects how many projects stand in it: those that plan in the currency; of what is made also those that invested in
 *     it, and those that do neither in any currency
 * @param investment their plans as of the report's date, or all that was invested in them by then
 * @param land all that they hold by then, whenever and wherever it was supplied
 * @param perMu rounded half-up to 6 decimals
 * @param ratio the exact quotient in the same units
 */
public record PerMu(String item, long projects, Quantity investment, Quantity land, Quantity perMu, Ratio ratio) {

    /** @param land more than none */
    static PerMu of(String item, long projects, Quantity investment, Quantity land) {
        int decimals = Math.max(
                0, Math.max(investment.decimal().scale(), land.decimal().scale()));
        BigInteger numerator = whole(investment, decimals);
        BigInteger denominator = whole(land, decimals);
        Figure figure = Value.quotient(
                        new BigDecimal(numerator),
                        new BigDecimal(denominator),
                        1,
                        investment.unit() + "/" + land.unit())
                .figure(item, "", "");
        return new PerMu(
                item,
                projects,
                investment,
                land,
                new Quantity(figure.value(), figure.unit()),
                new Ratio(numerator, denominator));
    }

    private static BigInteger whole(Quantity quantity, int decimals) {
        return quantity.decimal().movePointRight(decimals).toBigIntegerExact();
    }
}
