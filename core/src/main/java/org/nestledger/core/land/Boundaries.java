package org.nestledger.core.land;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import tools.jackson.databind.JsonNode;

/** Whether a boundary is a GeoJSON Polygon or MultiPolygon (RFC 7946) of closed rings in longitude and latitude. */
final class Boundaries {

    private static final int SMALLEST_RING = 4;

    private Boundaries() {}

    static @Nullable Rejection refusal(@Nullable JsonNode boundary) {
        return boundary == null || isGeometry(boundary)
                ? null
                : Rejection.of(
                        RefusalCode.INVALID_FIELD,
                        "\"boundary\" is not a GeoJSON Polygon or MultiPolygon of closed rings.",
                        "State {\"type\": \"Polygon\", \"coordinates\": [[[lon, lat], …]]} whose last point is the first.");
    }

    private static boolean isGeometry(JsonNode boundary) {
        JsonNode coordinates = boundary.path("coordinates");
        return boundary.isObject()
                && boundary.size() == 2
                && switch (boundary.path("type").asString("")) {
                    case "Polygon" -> isPolygon(coordinates);
                    case "MultiPolygon" ->
                        coordinates.isArray()
                                && !coordinates.isEmpty()
                                && coordinates.valueStream().allMatch(Boundaries::isPolygon);
                    default -> false;
                };
    }

    private static boolean isPolygon(JsonNode rings) {
        return rings.isArray() && !rings.isEmpty() && rings.valueStream().allMatch(Boundaries::isRing);
    }

    private static boolean isRing(JsonNode ring) {
        return ring.isArray()
                && ring.size() >= SMALLEST_RING
                && ring.valueStream().allMatch(Boundaries::isPoint)
                && ring.get(0).equals(ring.get(ring.size() - 1));
    }

    private static boolean isPoint(JsonNode point) {
        return point.isArray() && point.size() == 2 && within(point.get(0), 180) && within(point.get(1), 90);
    }

    private static boolean within(JsonNode number, int bound) {
        return number.isNumber() && number.decimalValue().abs().compareTo(BigDecimal.valueOf(bound)) <= 0;
    }
}
