package org.nestledger.api.area;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.ConvertedArea;
import tools.jackson.databind.JsonNode;

/**
 * The unit in which areas are shown, whatever answer they stand in. An area is what has a value and a unit of area; what was
 * published stays as it was stated, which is told by its precision.
 *
 * @param unit as they are recorded when absent
 */
public record ShownAreas(@Nullable AreaUnit unit) {

    static final String VALUE = "value";
    static final String UNIT = "unit";
    static final String PRECISION = "precision";

    public static final ShownAreas AS_RECORDED = new ShownAreas(null);

    /**
     * An answer as JSON: each area in the unit, with {@code ratio: {numerator, denominator}} where the value is rounded.
     */
    public JsonNode json(Object answer) {
        JsonNode json = ApiJson.mapper().valueToTree(answer);
        if (unit != null) {
            new JsonAreas(this).convert(json);
        }
        return json;
    }

    /** An answer made of records, each area in the unit; what is rounded can be seen in JSON. */
    public <T> T records(T answer) {
        return unit == null ? answer : new RecordAreas(this).converted(answer);
    }

    /** The unit that stands for another one where the value is absent: of what is no area it stays. */
    String unitFor(String ofUnit) {
        return unit != null && AreaUnit.isOne(ofUnit) ? unit.code() : ofUnit;
    }

    /** The area in the unit; none when it is no area, or in the unit already. */
    Optional<ConvertedArea> converted(String value, String ofUnit) {
        return unit == null || !AreaUnit.isOne(ofUnit) || unit.code().equals(ofUnit)
                ? Optional.empty()
                : Optional.of(AreaUnit.of(ofUnit).in(unit, new BigDecimal(value)));
    }
}
