package org.nestledger.api.area;

import java.util.List;
import org.nestledger.core.measure.ConvertedArea;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Converts the areas of a JSON tree where they stand. */
final class JsonAreas {

    private static final String RATIO = "ratio";

    private final ShownAreas shown;

    JsonAreas(ShownAreas shown) {
        this.shown = shown;
    }

    void convert(JsonNode json) {
        if (json instanceof ObjectNode object
                && object.path(ShownAreas.UNIT).isString()
                && !object.has(ShownAreas.PRECISION)) {
            area(object, object.get(ShownAreas.UNIT).asString());
        }
        if (json.isContainer()) {
            List.copyOf(json.valueStream().toList()).forEach(this::convert);
        }
    }

    private void area(ObjectNode object, String unit) {
        if (object.path(ShownAreas.VALUE).isString()) {
            shown.converted(object.get(ShownAreas.VALUE).asString(), unit).ifPresent(area -> write(area, object));
        } else if (!object.hasNonNull(ShownAreas.VALUE)) {
            object.put(ShownAreas.UNIT, shown.unitFor(unit));
        }
    }

    private static void write(ConvertedArea area, ObjectNode into) {
        into.put(ShownAreas.VALUE, area.quantity().value());
        into.put(ShownAreas.UNIT, area.quantity().unit());
        if (!area.exact()) {
            into.putObject(RATIO).put("numerator", area.numerator()).put("denominator", area.denominator());
        }
    }
}
