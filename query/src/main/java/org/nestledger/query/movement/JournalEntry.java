package org.nestledger.query.movement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * One side of a movement: what an event changed on an account. A balance is the sum of its entries, and what a flow of a
 * period amounts to is the sum of the flow's entries of these days.
 *
 * @param id position, line and side, such as {@code 1200-0-to}
 * @param position of the event in the log
 * @param against the account of the movement's other side, where the amount has the other sign
 * @param amount negative where it leaves the account
 * @param quotaYear of a quota account
 */
public record JournalEntry(
        String id,
        long position,
        LocalDate occurredOn,
        String flow,
        String account,
        String against,
        String zone,
        @Nullable String parcel,
        @Nullable String project,
        @Nullable String supply,
        @Nullable Integer quotaYear,
        Quantity amount) {}
