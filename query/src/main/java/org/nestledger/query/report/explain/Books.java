package org.nestledger.query.report.explain;

import java.util.List;
import java.util.function.BiPredicate;
import org.nestledger.core.journal.Movement;

/**
 * Whose books a line of a report sums up: those of the report's zone and all below it in the table {@code total}, those of
 * one zone alone in {@code by zone}.
 *
 * @param zone that the line names
 */
record Books(boolean total, String zone) implements BiPredicate<Inquiry, Side> {

    /** @param cells the table, the zone, and more */
    static Books of(List<String> cells) {
        return new Books(cells.getFirst().equals("total"), cells.get(1));
    }

    boolean hold(Inquiry inquiry, String of) {
        return inquiry.covers(of) && (total ? zone.equals(inquiry.asked().subject()) : zone.equals(of));
    }

    /** Whether a movement goes to them. */
    boolean take(Inquiry inquiry, Movement movement) {
        return hold(inquiry, movement.to().zone());
    }

    /** Whether a side is of them, until the last day. */
    @Override
    public boolean test(Inquiry inquiry, Side side) {
        return hold(inquiry, side.zone()) && !side.movement().occurredOn().isAfter(inquiry.day());
    }
}
