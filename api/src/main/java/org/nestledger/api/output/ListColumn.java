package org.nestledger.api.output;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.Quantity;

/**
 * One column of a list.
 *
 * @param number whether it stands to the right
 * @param text the cell of an entry, empty where something does not apply
 */
public record ListColumn<T>(String header, boolean number, Function<T, String> text) {

    private static final String OF_AREAS = " " + Area.UNIT;

    public static <T> ListColumn<T> text(String header, Function<T, @Nullable Object> value) {
        return new ListColumn<>(header, false, entry -> cell(value.apply(entry)));
    }

    public static <T> ListColumn<T> number(String header, Function<T, @Nullable Object> value) {
        return new ListColumn<>(header, true, entry -> cell(value.apply(entry)));
    }

    /** The number of a quantity; its unit is said by the header or by a column of its own. */
    public static <T> ListColumn<T> amount(String header, Function<T, @Nullable Quantity> quantity) {
        return number(header, entry -> {
            Quantity stated = quantity.apply(entry);
            return stated == null ? null : stated.value();
        });
    }

    /** The number of an area; its unit is said by the header. */
    public static <T> ListColumn<T> area(String header, Function<T, @Nullable Quantity> area) {
        return amount(header + OF_AREAS, area);
    }

    /** The same with the header of an area in this unit; as it is recorded when absent. */
    ListColumn<T> in(@Nullable AreaUnit unit) {
        return unit != null && header.endsWith(OF_AREAS)
                ? new ListColumn<>(
                        header.substring(0, header.length() - OF_AREAS.length()) + " " + unit.code(), number, text)
                : this;
    }

    public static <T> ListColumn<T> unit(String header, Function<T, @Nullable Quantity> quantity) {
        return text(header, entry -> {
            Quantity stated = quantity.apply(entry);
            return stated == null ? null : stated.unit();
        });
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }
}
