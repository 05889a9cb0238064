package org.nestledger.query.claim;

import org.jspecify.annotations.Nullable;

/**
 * Which published figures; a criterion that is absent does not restrict.
 *
 * @param zone in the books of this zone and its descendants
 * @param subject the zone or project that it is about
 * @param retracted whether it was taken back
 * @param text in id, phrase or source, in any case
 */
public record ClaimFilter(
        @Nullable String zone,
        @Nullable String measure,
        @Nullable String subject,
        @Nullable Boolean retracted,
        @Nullable String text) {

    public static final ClaimFilter ALL = new ClaimFilter(null, null, null, null, null);
}
