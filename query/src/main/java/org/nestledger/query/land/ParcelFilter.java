package org.nestledger.query.land;

import org.jspecify.annotations.Nullable;

/**
 * Which parcels; a criterion that is absent does not restrict.
 *
 * @param zone this zone and its descendants
 * @param use exactly this one
 * @param text in id, name or location, in any case
 */
public record ParcelFilter(
        @Nullable String zone,
        @Nullable String use,
        @Nullable String text) {

    public static final ParcelFilter ALL = new ParcelFilter(null, null, null);
}
