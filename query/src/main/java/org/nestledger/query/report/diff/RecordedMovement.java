package org.nestledger.query.report.diff;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * A movement of an entry that was recorded between two moments; an entry without movements that changed a figure stands for
 * itself.
 *
 * @param zone in whose books the entry is
 * @param flow absent, with the accounts and the amount, for an entry without movements
 * @param amount negative where something is taken back
 * @param reverses the position that the entry takes back
 */
public record RecordedMovement(
        long position,
        String type,
        String zone,
        @Nullable String flow,
        @Nullable String from,
        @Nullable String to,
        @Nullable Quantity amount,
        LocalDate occurredOn,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable Long reverses) {}
