package org.nestledger.api.security;

import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one sender may ask for.
 *
 * @param requestsPerSecond in the long run; 0 for as many as they like; {@value #USUAL} when absent and others than this
 *     machine are served
 * @param burst how many at once before that counts
 * @param failuresPerMinute how often one address may present what is not taken
 * @param requestBytes how long a request's body may be
 */
@ConfigurationProperties("ledger.limits")
record Limits(
        @Nullable Integer requestsPerSecond,
        @DefaultValue("500") int burst,
        @DefaultValue("60") int failuresPerMinute,
        @DefaultValue("10000000") long requestBytes) {

    private static final int USUAL = 100;

    Limits {
        if (burst < 1
                || failuresPerMinute < 1
                || requestBytes < 1
                || (requestsPerSecond != null && requestsPerSecond < 0)) {
            throw new LedgerFailure(
                    "The settings ledger.limits.* are whole numbers above 0; requests-per-second may be 0.");
        }
    }

    /** Requests of one sender in a second in the long run, 0 when there is no limit. */
    int perSecond(Served served) {
        if (requestsPerSecond != null) {
            return requestsPerSecond;
        }
        return served == Served.IDENTITIES ? USUAL : 0;
    }
}
