package org.nestledger.query.permit;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.permit.PermitStatus;

/**
 * Which permits; a criterion that is absent does not restrict.
 *
 * @param zone this zone and its descendants
 * @param enterprise behind the project
 * @param text in id, certificate or authority, in any case
 */
public record PermitFilter(
        @Nullable String zone,
        @Nullable String project,
        @Nullable String enterprise,
        @Nullable PermitKind kind,
        @Nullable PermitStatus status,
        @Nullable String text) {

    public static final PermitFilter ALL = new PermitFilter(null, null, null, null, null, null);
}
