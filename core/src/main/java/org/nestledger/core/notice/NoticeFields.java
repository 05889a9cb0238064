package org.nestledger.core.notice;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares notices field by field. */
final class NoticeFields {

    private NoticeFields() {}

    /** The names of the fields in which the two differ, in the order of the record. */
    static List<String> differing(SupplyNotice before, SupplyNotice after) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : SupplyNotice.class.getRecordComponents()) {
            if (!Objects.equals(value(component, before), value(component, after))) {
                names.add(component.getName());
            }
        }
        return names;
    }

    private static Object value(RecordComponent component, SupplyNotice notice) {
        try {
            Object value = component.getAccessor().invoke(notice);
            return value == null ? "" : value;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record's accessors are public", impossible);
        }
    }
}
