package org.nestledger.query.report.recording;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry that was recorded late.
 *
 * @param recordedOn the day in the zone's time zone
 * @param days from the one day to the other
 */
public record LateEntry(
        long position,
        String zone,
        String type,
        @Nullable String actor,
        LocalDate occurredOn,
        LocalDate recordedOn,
        long days) {}
