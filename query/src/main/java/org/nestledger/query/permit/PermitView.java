package org.nestledger.query.permit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.permit.PermitStatus;

/**
 * An application for a permit as it stands now.
 *
 * @param decidedOn the day of its grant or refusal
 * @param revokedOn the first day without the permit
 * @param power the delegated power under which it was granted, with the zone that has it; or an external authority
 *     granted it
 * @param reason of its refusal or revocation
 */
public record PermitView(
        String id,
        String zone,
        String project,
        PermitKind kind,
        PermitStatus status,
        @Nullable LocalDate appliedOn,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate revokedOn,
        @Nullable String certificate,
        @Nullable String power,
        @Nullable String powerZone,
        @Nullable String authority,
        @Nullable String reason) {}
