package org.nestledger.core.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.Precision;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Account;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.measure.Quantity;
import tools.jackson.databind.JsonNode;

/** One event of each type with every field set, and one with only what must be set. Always the same. */
public final class SampleEvents {

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(LocalDate.class, LocalDate.of(2023, 6, 30)),
            Map.entry(Area.class, Area.mu("12.345678")),
            Map.entry(Money.class, Money.yuan("1234.56")),
            Map.entry(Quantity.class, new Quantity("500", "mu")),
            Map.entry(int.class, 2023),
            Map.entry(Integer.class, 2023),
            Map.entry(long.class, 7L),
            Map.entry(boolean.class, true),
            Map.entry(Precision.class, Precision.of("truncated:2")),
            Map.entry(StatedPeriod.class, StatedPeriod.of("30 days to 2023-12-30")),
            Map.entry(Account.class, Account.LAND_ACQUIRED));

    private static final Map<String, String> NAMED = Map.of(
            "type", "supply.LandSupplied",
            "number", "2023-1",
            "floorAreaRatioMin", "1.0",
            "floorAreaRatioMax", "2.5",
            "years", "50",
            "timeZone", "Asia/Shanghai",
            "sha256", "0123456789abcdef".repeat(4));

    private static final String BOUNDARY = """
            {"type":"Polygon","coordinates":[[[112.5,23],[113,23.25],[113,24],[112.5,23]]]}""";

    private SampleEvents() {}

    public static LedgerEvent full(String type) {
        return event(type, true);
    }

    public static LedgerEvent minimal(String type) {
        return event(type, false);
    }

    private static LedgerEvent event(String type, boolean full) {
        return (LedgerEvent) record(EventTypes.byName().get(type), full);
    }

    private static Object record(@Nullable Class<?> type, boolean full) {
        RecordComponent[] components = Objects.requireNonNull(type).getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> full || !isOptional(component) ? value(component, full) : null)
                .toArray();
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(type.getName(), impossible);
        }
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().getAnnotation(Nullable.class) != null;
    }

    private static Object value(RecordComponent component, boolean full) {
        Class<?> type = component.getType();
        String name = component.getName();
        if (component.getGenericType() instanceof ParameterizedType list) {
            Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
            return full ? List.of(element == String.class ? "city" : single(element, name, true)) : List.of();
        }
        return single(type, name, full);
    }

    private static Object single(Class<?> type, String name, boolean full) {
        if (VALUES.containsKey(type)) {
            return name.equals("v") ? 1 : Objects.requireNonNull(VALUES.get(type));
        }
        if (type == String.class) {
            return NAMED.getOrDefault(name, "some-" + name);
        }
        if (type == JsonNode.class) {
            return name.equals("data")
                    ? LedgerJson.mapper().valueToTree(full("supply.LandSupplied"))
                    : LedgerJson.mapper().readTree(BOUNDARY);
        }
        return type.isEnum() ? type.getEnumConstants()[0] : record(type, full);
    }

    /** The file that holds the bytes of this sample. */
    public static String file(LedgerEvent event, boolean full) {
        Class<?> type = event.getClass();
        return EventName.of(type) + (full ? "" : ".minimal") + ".v" + EventName.version(type) + ".json";
    }
}
