package org.nestledger.query.report.changes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.Ratio;

/**
 * One figure of a report beside the same figure of the period before and of the year before.
 *
 * @param section of the report that shows it
 * @param key what it is of: the section's columns before the value; in a figure that this period has not, what differs from
 *     period to period is empty, and a month is the one of this period
 * @param value a plain decimal; absent when this period has no such figure
 * @param ratio of a quotient
 * @param before the period of the same length that ends where this one begins; absent when that has no such figure
 * @param yearBefore the same period of the year before; absent when that has no such figure
 */
public record Change(
        String section,
        Map<String, String> key,
        @Nullable String value,
        String unit,
        @Nullable Ratio ratio,
        @Nullable Earlier before,
        @Nullable Earlier yearBefore) {

    public Change {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    }
}
