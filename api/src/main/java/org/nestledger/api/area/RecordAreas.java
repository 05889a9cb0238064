package org.nestledger.api.area;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.ConvertedArea;
import org.nestledger.query.report.Ratio;

/** Makes the same records with other areas: tables take their cells from the records, whichever these are. */
final class RecordAreas {

    private final ShownAreas shown;

    RecordAreas(ShownAreas shown) {
        this.shown = shown;
    }

    @SuppressWarnings("unchecked")
    <T> T converted(T answer) {
        return (T)
                switch (answer) {
                    case List<?> list -> list.stream().map(this::converted).toList();
                    case Record row -> ofRecord(row);
                    default -> answer;
                };
    }

    private Record ofRecord(Record row) {
        RecordComponent[] components = row.getClass().getRecordComponents();
        Map<String, @Nullable Object> members = new HashMap<>();
        for (RecordComponent component : components) {
            Object member = read(component, row);
            members.put(component.getName(), member == null ? null : converted(member));
        }
        area(members);
        boolean same = Arrays.stream(components)
                .allMatch(component -> Objects.equals(members.get(component.getName()), read(component, row)));
        return same ? row : construct(row, components, members);
    }

    private void area(Map<String, @Nullable Object> members) {
        if (!members.containsKey(ShownAreas.VALUE)
                || members.containsKey(ShownAreas.PRECISION)
                || !(members.get(ShownAreas.UNIT) instanceof String unit)) {
            return;
        }
        if (members.get(ShownAreas.VALUE) instanceof String value) {
            shown.converted(value, unit).ifPresent(area -> write(area, members));
        } else if (members.get(ShownAreas.VALUE) == null) {
            members.put(ShownAreas.UNIT, shown.unitFor(unit));
        }
    }

    private static void write(ConvertedArea area, Map<String, @Nullable Object> members) {
        members.put(ShownAreas.VALUE, area.quantity().value());
        members.put(ShownAreas.UNIT, area.quantity().unit());
        if (members.containsKey("ratio") && !area.exact()) {
            members.put("ratio", new Ratio(area.numerator(), area.denominator()));
        }
    }

    private static @Nullable Object read(RecordComponent component, Record row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private static Record construct(Record row, RecordComponent[] components, Map<String, @Nullable Object> members) {
        try {
            Constructor<? extends Record> canonical = row.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            @Nullable Object[] arguments = new @Nullable Object[components.length];
            for (int i = 0; i < components.length; i++) {
                arguments[i] = members.get(components[i].getName());
            }
            return canonical.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(row.getClass().toString(), e);
        }
    }
}
