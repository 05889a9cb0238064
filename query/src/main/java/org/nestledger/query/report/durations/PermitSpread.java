package org.nestledger.query.report.durations;

import org.nestledger.core.permit.PermitKind;

/**
 * How long the permits of one kind took that were granted by somebody.
 *
 * @param grantedBy who granted them
 * @param name of the power, {@code zone/power}, or of the authority; of all of them {@code all}
 */
public record PermitSpread(PermitKind kind, By grantedBy, String name, Spread days) {

    public static final String ALL = "all";

    /** On what a grant rests. */
    public enum By {
        /** Whatever it rests on. */
        ANYBODY,
        /** A power that was delegated to the zone. */
        DELEGATED_POWER,
        EXTERNAL_AUTHORITY
    }
}
