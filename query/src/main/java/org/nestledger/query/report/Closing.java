package org.nestledger.query.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.SignedTree;

/**
 * The closing of a zone's books.
 *
 * @param name {@code ZONE/DATE}, the zone and the last day that it closes; no other closing has it
 * @param through nothing more may be dated on or before this day
 * @param closedOn its own business date
 * @param position of the record: all that the figures of the period were known by then
 * @param actor who closed them; absent for whoever is not told that
 * @param checkpoint the first signed one that covers the position, once there is one
 */
public record Closing(
        String name,
        String zone,
        LocalDate through,
        LocalDate closedOn,
        long position,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable SignedTree checkpoint) {

    /** The same without who it was. */
    public Closing unnamed() {
        return new Closing(name, zone, through, closedOn, position, recordedAt, null, checkpoint);
    }
}
