package org.nestledger.core.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit as it is written outside: {@code {"value":"12.5","unit":"mu"}}.
 *
 * @param value a plain decimal, no exponent, no needless zeroes; a stated one has at most 18 digits before and 12 after
 *     the point, a sum may have more
 * @param unit mu, ha, m2, acre, a currency code, count, days, days/project, percent, rank or visits
 */
public record Quantity(String value, String unit) {

    private static final Pattern STATED = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,38}(\\.[0-9]{1,12})?");

    public Quantity {
        require(PLAIN, value);
        value = normal(new BigDecimal(value));
    }

    /** The quantity that somebody states. */
    @JsonCreator
    public static Quantity stated(
            @JsonProperty(value = "value", required = true) @Nullable String value,
            @JsonProperty(value = "unit", required = true) @Nullable String unit) {
        if (value == null || unit == null) {
            throw new InvalidQuantity(
                    "a quantity has a value and a unit; write it like {\"value\":\"12.5\",\"unit\":\"mu\"}");
        }
        require(STATED, value);
        return new Quantity(value, unit);
    }

    private static void require(Pattern form, String value) {
        if (!form.matcher(value).matches()) {
            throw new InvalidQuantity(
                    "\"" + abbreviated(value)
                            + "\" is not a plain decimal of at most 18 digits before and 12 after the point; write it like \"12.5\"");
        }
    }

    /** The quantity with this exact value, written without needless zeroes. */
    public static Quantity of(BigDecimal value, String unit) {
        return new Quantity(normal(value), unit);
    }

    /** One text for one number, so that equal commands are recognised and equal events have equal bytes. */
    private static String normal(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.signum() == 0 ? "0" : stripped.toPlainString();
    }

    public BigDecimal decimal() {
        return new BigDecimal(value);
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
