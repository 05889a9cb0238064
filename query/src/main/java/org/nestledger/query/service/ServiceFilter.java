package org.nestledger.query.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which services; a criterion that is absent does not restrict.
 *
 * @param zone this zone and its descendants
 * @param enterprise behind the project
 * @param open whether it is still to be delivered
 * @param lateOn due before this day, and not delivered by its end
 * @param text in id or name, in any case
 */
public record ServiceFilter(
        @Nullable String zone,
        @Nullable String project,
        @Nullable String enterprise,
        @Nullable String plan,
        @Nullable Boolean open,
        @Nullable LocalDate lateOn,
        @Nullable String text) {

    public static final ServiceFilter ALL = new ServiceFilter(null, null, null, null, null, null, null);
}
