package org.nestledger.core.journal;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;

/**
 * A movement of land that an event states itself, because its rule chose the amounts.
 *
 * @param fromParcel the parcel that the area leaves; the event's own when absent
 * @param toParcel the parcel that the area reaches; the event's own when absent
 */
public record Posting(
        Account from,
        Account to,
        @Nullable String fromParcel,
        @Nullable String toParcel,
        Area area) {}
