package org.nestledger.api.rest.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.Precision;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.Money;
import org.nestledger.query.report.KnownAt;
import tools.jackson.databind.JsonNode;

/** How those types are written whose components do not say it. */
final class WrittenForms {

    private static final String DECIMAL = "^-?[0-9]{1,38}(\\.[0-9]{1,12})?$";

    private WrittenForms() {}

    /** The schema of a type that has a form of its own. */
    static @Nullable Schema<?> of(Class<?> type) {
        if (type == KnownAt.class) {
            return text(
                    "^([0-9]{1,18}|[0-9]{4}-.*)$",
                    "A position like `1234`, or an instant like `2024-01-02T00:00:00Z`.");
        }
        if (type == Year.class) {
            return text("^[0-9]{4}$", "A year like `2023`.");
        }
        if (type == YearMonth.class) {
            return text("^[0-9]{4}-[0-9]{2}$", "A month like `2023-07`.");
        }
        if (type == LocalDate.class) {
            return text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", null).format("date");
        }
        if (Precision.class.isAssignableFrom(type)) {
            return text(
                    "^(exact|rounded:(0|-?[1-9]|-?1[0-2])|truncated:(0|-?[1-9]|-?1[0-2])|at-least|more-than|statement)$",
                    "How a publisher cut a figure.");
        }
        if (type == StatedPeriod.class) {
            return text(
                    "^([0-9]{4}(-[0-9]{2})?|[1-9][0-9]{0,3} days to [0-9]{4}-[0-9]{2}-[0-9]{2})$",
                    "A period like `2023`, `2023-06` or `30 days to 2023-12-30`.");
        }
        if (type == Area.class) {
            return quantity(units(), "An area, exact to a millionth of a mu.");
        }
        if (type == Money.class) {
            return quantity(text("^[A-Z]{3}$", "An ISO 4217 currency."), "Money, exact to the currency's minor unit.");
        }
        return JsonNode.class.isAssignableFrom(type) ? empty() : null;
    }

    private static Schema<?> quantity(Schema<?> unit, String description) {
        Schema<?> quantity = typed("object");
        quantity.addProperty("value", text(DECIMAL, "A plain decimal."));
        quantity.addProperty("unit", unit);
        quantity.setRequired(List.of("value", "unit"));
        quantity.setAdditionalProperties(false);
        return quantity.description(description);
    }

    /** The units of areas. */
    static Schema<Object> units() {
        Schema<Object> units = text();
        units.setEnum(
                Arrays.stream(AreaUnit.values()).<Object>map(AreaUnit::code).toList());
        return units;
    }

    private static Schema<Object> text(String pattern, @Nullable String description) {
        Schema<Object> text = text();
        text.setPattern(pattern);
        text.setDescription(description);
        return text;
    }

    static Schema<Object> text() {
        return typed("string");
    }

    static Schema<Object> integer(long least, @Nullable Long most) {
        Schema<Object> integer = typed("integer");
        integer.setMinimum(java.math.BigDecimal.valueOf(least));
        integer.setMaximum(most == null ? null : java.math.BigDecimal.valueOf(most));
        return integer;
    }

    static Schema<Object> typed(String type) {
        Schema<Object> typed = empty();
        typed.setTypes(new LinkedHashSet<>(List.of(type)));
        return typed;
    }

    /** Anything. */
    static Schema<Object> empty() {
        return new JsonSchema();
    }
}
