package org.nestledger.core.journal;

import java.time.LocalDate;

/**
 * An amount that leaves one place and arrives at another: two entries that sum to zero.
 *
 * @param amount in whole millionths of a mu, minor units of money,
 *     visits or counts; negative in a reversal, never zero
 * @param unit mu, a currency code, count or visits
 */
public record Movement(Flow flow, Place from, Place to, long amount, String unit, LocalDate occurredOn) {

    public static final String COUNT = "count";
    public static final String VISITS = "visits";

    public Movement {
        if (amount == 0) {
            throw new IllegalArgumentException("a movement of nothing is not posted");
        }
    }

    public Movement negated(LocalDate on) {
        return new Movement(flow, from, to, Math.negateExact(amount), unit, on);
    }
}
