package org.nestledger.core.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of one currency that is not negative. Amounts of different currencies are never added up.
 *
 * @param minor whole minor units (fen for CNY)
 * @param currency an ISO 4217 code
 */
public record Money(long minor, String currency) {

    public Money {
        if (minor < 0) {
            throw new InvalidQuantity("an amount of money cannot be negative");
        }
        decimals(currency);
    }

    /** The amount that this quantity states; refused when it is not a whole number of minor units. */
    @JsonCreator
    public static Money of(Quantity quantity) {
        int decimals = decimals(quantity.unit());
        try {
            return new Money(quantity.decimal().movePointRight(decimals).longValueExact(), quantity.unit());
        } catch (ArithmeticException inexactOrTooLarge) {
            throw new InvalidQuantity(quantity.value() + " " + quantity.unit()
                    + " is not a whole number of minor units that the ledger can hold; state at most " + decimals
                    + " decimals");
        }
    }

    public static Money of(String value, String currency) {
        return of(new Quantity(value, currency));
    }

    public static Money yuan(String yuan) {
        return of(yuan, "CNY");
    }

    public boolean isZero() {
        return minor == 0;
    }

    @JsonValue
    public Quantity quantity() {
        return quantityOf(minor, currency);
    }

    /** Minor units, also negative ones, as a quantity. */
    public static Quantity quantityOf(long minor, String currency) {
        return quantityOf(BigDecimal.valueOf(minor), currency);
    }

    /** The same of a sum over many entries, which may be larger than any one amount. */
    public static Quantity quantityOf(BigDecimal minor, String currency) {
        return Quantity.of(minor.movePointLeft(decimals(currency)), currency);
    }

    /** Whether this is a known ISO 4217 code of a currency with minor units. */
    public static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static int decimals(String code) {
        if (!isCurrency(code)) {
            throw new InvalidQuantity("\"" + code + "\" is not an ISO 4217 currency code; write it like \"CNY\"");
        }
        return Currency.getInstance(code).getDefaultFractionDigits();
    }

    @Override
    public String toString() {
        return quantity().value() + " " + currency;
    }
}
