package org.nestledger.query.supply;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.supply.SupplyMethod;

/**
 * Which supplies; a criterion that is absent does not restrict.
 *
 * @param zone this zone and its descendants
 * @param text in id, contract number or notice key, in any case
 */
public record SupplyFilter(
        @Nullable String zone,
        @Nullable String project,
        @Nullable String parcel,
        @Nullable SupplyMethod method,
        @Nullable String text) {

    public static final SupplyFilter ALL = new SupplyFilter(null, null, null, null, null);
}
