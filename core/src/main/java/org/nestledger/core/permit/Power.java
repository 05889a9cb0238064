package org.nestledger.core.permit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PowerEvent.PowerDelegated;
import org.nestledger.core.permit.PowerEvent.PowerWithdrawn;

/**
 * A municipal power of a zone as decisions read it: the terms for which it was delegated, oldest first. Once withdrawn,
 * it may be delegated again.
 */
record Power(List<Term> terms) {

    /**
     * @param until the first day without the power; open when absent
     */
    record Term(LocalDate from, @Nullable LocalDate until, List<PermitKind> covers) {

        boolean covers(PermitKind kind, LocalDate day) {
            return covers.contains(kind) && !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    static Boundary boundary(String zone, String power) {
        return Boundary.none().and(PowerEvent.tag(zone, power), PowerEvent.class);
    }

    /** The permits that were granted under it. */
    static Boundary grants(String zone, String power) {
        return Boundary.none().and(PowerEvent.tag(zone, power), PermitGranted.class);
    }

    /** The power, absent when it was never delegated. */
    static @Nullable Power of(Facts facts, String zone, String power) {
        List<Term> terms = new ArrayList<>();
        for (PowerEvent event : facts.standing(PowerEvent.class)) {
            if (event.zone().equals(zone) && event.power().equals(power)) {
                switch (event) {
                    case PowerDelegated e -> terms.add(new Term(e.occurredOn(), null, e.covers()));
                    case PowerWithdrawn e -> {
                        Term last = terms.removeLast();
                        terms.add(new Term(last.from(), e.occurredOn(), last.covers()));
                    }
                }
            }
        }
        return terms.isEmpty() ? null : new Power(terms);
    }

    boolean isDelegated() {
        return terms.getLast().until() == null;
    }

    /** The day of the last entry about it. */
    LocalDate lastEntry() {
        Term last = terms.getLast();
        return last.until() == null ? last.from() : last.until();
    }

    boolean covers(PermitKind kind, LocalDate day) {
        return terms.stream().anyMatch(term -> term.covers(kind, day));
    }
}
