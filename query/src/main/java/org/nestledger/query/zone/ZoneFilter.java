package org.nestledger.query.zone;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.zone.ZoneKind;

/**
 * Which zones; a criterion that is absent does not restrict.
 *
 * @param zone this zone and its descendants
 * @param text in id or name, in any case
 */
public record ZoneFilter(
        @Nullable String zone,
        @Nullable ZoneKind kind,
        @Nullable String text) {

    public static final ZoneFilter ALL = new ZoneFilter(null, null, null);
}
