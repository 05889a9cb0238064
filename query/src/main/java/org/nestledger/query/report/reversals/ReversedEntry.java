package org.nestledger.query.report.reversals;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry that was taken back.
 *
 * @param position of the reversal, as are the actor and the dates
 * @param reverses the position of the entry
 * @param type the entry's
 * @param recordedBy the actor of the entry
 * @param restates the month in a closed period that is corrected, as {@code YYYY-MM}; absent when the reversal has the
 *     entry's own date
 */
public record ReversedEntry(
        long position,
        long reverses,
        String zone,
        String type,
        @Nullable String recordedBy,
        @Nullable String actor,
        LocalDate occurredOn,
        Instant recordedAt,
        @Nullable String restates,
        String reason) {}
