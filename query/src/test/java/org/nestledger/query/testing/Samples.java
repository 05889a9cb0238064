package org.nestledger.query.testing;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.nestledger.core.claim.Precision;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.reversal.EntryReversed;
import tools.jackson.databind.JsonNode;

/** One event of every type that there is, made from the types of its components. */
public final class Samples {

    private static final LocalDate DAY = LocalDate.of(2023, 5, 5);

    private Samples() {}

    /** All but the reversal, in the order of their names. */
    public static List<LedgerEvent> events() {
        return EventTypes.byName().values().stream()
                .filter(type -> type != EntryReversed.class)
                .sorted((a, b) -> EventName.of(a).compareTo(EventName.of(b)))
                .map(type -> (LedgerEvent) record(type))
                .toList();
    }

    public static EntryReversed reversal(long position, LedgerEvent target) {
        return new EntryReversed(
                position,
                EventName.of(target.getClass()),
                EventName.version(target.getClass()),
                LedgerJson.mapper().valueToTree(target),
                target.occurredOn(),
                null,
                "a sample",
                List.of());
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getName(), component.getType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type.getName(), e);
        }
    }

    private static Object value(String name, Class<?> type) {
        if (type == String.class) {
            return name.equals("timeZone") ? "Asia/Shanghai" : name;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord()
                        && !List.of(Area.class, Money.class, Quantity.class, StatedPeriod.class)
                                .contains(type)
                ? record(type)
                : plain(name, type);
    }

    private static Object plain(String name, Class<?> type) {
        if (type == Area.class) {
            return Area.mu(name.startsWith("previous") ? "3" : "2");
        } else if (type == Money.class) {
            return Money.yuan(name.startsWith("previous") ? "30" : "20");
        } else if (type == Quantity.class) {
            return new Quantity("1", "mu");
        } else if (type == StatedPeriod.class) {
            return StatedPeriod.of("2023");
        } else if (type == Precision.class) {
            return new Precision.Exact();
        } else if (type == LocalDate.class) {
            return DAY;
        } else if (type == List.class) {
            return List.of();
        } else if (type == boolean.class) {
            return true;
        } else if (type == int.class || type == Integer.class) {
            return name.startsWith("previous") ? 2022 : 2023;
        } else if (type == long.class || type == Long.class) {
            return 1L;
        } else if (type == JsonNode.class) {
            return LedgerJson.mapper().readTree("{\"type\":\"Polygon\",\"coordinates\":[]}");
        }
        throw new IllegalStateException("no sample of a " + type.getName() + " called " + name);
    }
}
