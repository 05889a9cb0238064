package org.nestledger.query.permit;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.permit.PermitKind;

/**
 * Which powers; a criterion that is absent does not restrict.
 *
 * @param zone this zone and its descendants
 * @param covers a kind of permit that can be granted under it
 * @param withdrawn whether the zone has it no longer
 * @param text in id or name, in any case
 */
public record PowerFilter(
        @Nullable String zone,
        @Nullable PermitKind covers,
        @Nullable String batch,
        @Nullable Boolean withdrawn,
        @Nullable String text) {

    public static final PowerFilter ALL = new PowerFilter(null, null, null, null, null);
}
