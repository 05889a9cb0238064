package org.nestledger.core.testing;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.ledger.EventTypes;

/** What an event says to the books, whatever its data look like. */
public final class Meaning {

    private Meaning() {}

    /** In one line: its day, zone, tags and movements. */
    public static String of(LedgerEvent event) {
        return event.occurredOn() + " " + event.zone() + " " + String.join(" ", EventTypes.tags(event))
                + JournalRules.movements(event).stream().map(Meaning::line).collect(Collectors.joining());
    }

    private static String line(Movement movement) {
        return " | " + movement.flow() + " " + movement.amount() + " " + movement.unit() + " on "
                + movement.occurredOn() + " from " + place(movement.from()) + " to " + place(movement.to());
    }

    private static String place(Place place) {
        return Stream.of(
                        place.account(),
                        place.zone(),
                        place.parcel(),
                        place.project(),
                        place.supply(),
                        place.quotaYear())
                .map(part -> part == null ? "" : part.toString())
                .collect(Collectors.joining("/"));
    }
}
