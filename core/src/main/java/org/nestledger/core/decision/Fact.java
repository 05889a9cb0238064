package org.nestledger.core.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Posted;
import tools.jackson.databind.JsonNode;

/**
 * One event as a decision sees it.
 *
 * @param position in the log; {@link Facts#NOT_YET} for an event that is only proposed
 * @param movements what the journal makes of it
 * @param stored its data as it stands in the log; absent when nobody asked for it or it is as the event is written today
 */
public record Fact(
        long position,
        LedgerEvent event,
        List<Movement> movements,
        @Nullable Stored stored) implements Posted {

    /** Data of an earlier version. */
    public record Stored(int version, JsonNode data) {}

    public Fact {
        movements = List.copyOf(movements);
    }

    /** The same, knowing its data of an earlier version. */
    public Fact storedAs(int version, JsonNode data) {
        return new Fact(position, event, movements, new Stored(version, data));
    }
}
