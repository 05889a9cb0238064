package org.nestledger.api.database;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token for the interface, without what it is recognised by.
 *
 * @param grants what its bearer may be and where, as {@code role@zone}
 * @param expiresAt from then on it is not taken; never when absent
 * @param revokedAt since then it is not taken
 */
public record ApiToken(
        String name,
        List<String> grants,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    public ApiToken {
        grants = List.copyOf(grants);
    }

    /** Whether it is taken at this instant. */
    public boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
