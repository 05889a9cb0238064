package org.nestledger.query.history;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One event, by what it is about.
 *
 * @param actor who gave the command, as the event's metadata says
 * @param approvedBy who agreed to it besides; absent when nobody had to
 * @param quota {@code zone/year}
 * @param reverses the position that this event takes back
 * @param reversedBy the position of the event that takes this one back
 */
public record HistoryEntry(
        long position,
        Instant recordedAt,
        LocalDate occurredOn,
        String type,
        String eventId,
        @Nullable String actor,
        @Nullable String approvedBy,
        @Nullable String commandId,
        String zone,
        @Nullable String parcel,
        @Nullable String project,
        @Nullable String supply,
        @Nullable String enterprise,
        @Nullable String quota,
        @Nullable Long reverses,
        @Nullable Long reversedBy) {}
