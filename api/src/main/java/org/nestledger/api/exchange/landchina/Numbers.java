package org.nestledger.api.exchange.landchina;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;

/** Areas in hectares, money in ten thousand yuan, and other numbers, always exact. */
final class Numbers {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern SMALL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final int TEN_THOUSAND = 4;

    private Numbers() {}

    static BigDecimal decimal(String cell) {
        String text = Cell.nfkc(cell).strip();
        if (GROUPED.matcher(text).matches()) {
            text = text.replace(",", "");
        }
        if (!PLAIN.matcher(text).matches()) {
            throw new InvalidCell(
                    "is not a plain decimal of at most 18 digits before and 12 after the point",
                    "Write it like 12.5, without unit or exponent.");
        }
        return new BigDecimal(text);
    }

    /** A number that is not negative, without needless zeroes. */
    static String plain(String cell) {
        BigDecimal number = decimal(cell);
        if (number.signum() < 0) {
            throw new InvalidCell("is negative", "Write a number that is zero or more.");
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A number of years or a floor area ratio, as long as the ledger takes them. */
    static String small(String cell) {
        String number = plain(cell);
        if (!SMALL.matcher(number).matches()) {
            throw new InvalidCell(
                    "has more than 9 digits before or 6 after the point", "Write as many digits as were agreed.");
        }
        return number;
    }

    /** An area in hectares that is not zero: nothing cannot be supplied. */
    static Area hectares(String cell) {
        Area area = Area.hectares(plain(cell));
        if (area.isZero()) {
            throw new InvalidCell("is zero, so no land would be supplied", "Write the supplied area in hectares.");
        }
        return area;
    }

    static Money tenThousandYuan(String cell) {
        return Money.yuan(
                new BigDecimal(plain(cell)).movePointRight(TEN_THOUSAND).toPlainString());
    }

    /** The number of an instalment; spreadsheets write 1 as 1.0. */
    static int ordinal(String cell) {
        try {
            int number = new BigDecimal(plain(cell)).intValueExact();
            if (number >= 1) {
                return number;
            }
        } catch (ArithmeticException fractionOrTooLarge) {
            // refused below, like zero
        }
        throw new InvalidCell("is not a whole number of 1 or more", "Write the number of the instalment, such as 1.");
    }
}
