package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.nestledger.core.journal.Movement;

/**
 * Whose books a line of a report sums up: those of the report's zone and all below it in the table {@code total}, those of
 * one zone alone in {@code by zone}.
 *
 * @param zone that the line names
 */
record Books(boolean total, String zone) implements BiPredicate<Inquiry, Side> {

    /**
     * Those that a line is of; none in other tables than these two.
     *
     * @param cells the table, the zone, and more
     */
    static Optional<Books> of(List<String> cells) {
        return switch (cells.getFirst()) {
            case "total" -> Optional.of(ofReport(cells.get(1)));
            case "by zone" -> Optional.of(ofZone(cells.get(1)));
            default -> Optional.empty();
        };
    }

    /** @param zone which must be the report's */
    static Books ofReport(String zone) {
        return new Books(true, zone);
    }

    static Books ofZone(String zone) {
        return new Books(false, zone);
    }

    Definition with(Definition figure) {
        return new OfBooks(this, figure);
    }

    /**
     * Whether they are the report's. What nothing contributes to comes with no designation that says so of a zone below; then
     * only a whole log can deny it.
     */
    boolean areOf(Inquiry inquiry) {
        String subject = inquiry.asked().subject();
        if (total || zone.equals(subject)) {
            return zone.equals(subject);
        }
        Evidence evidence = inquiry.evidence();
        boolean unknown =
                evidence.zone(zone).isEmpty() && evidence.zone(subject).isEmpty();
        return unknown || inquiry.covers(zone);
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
