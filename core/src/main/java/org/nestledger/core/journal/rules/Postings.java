package org.nestledger.core.journal.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;

/** Collects the movements of one event. What is zero or unknown posts nothing. */
final class Postings {

    private final LocalDate day;
    private final List<Movement> movements = new ArrayList<>();

    Postings(LocalDate day) {
        this.day = day;
    }

    void area(Flow flow, Place from, Place to, Area area) {
        post(flow, from, to, area.microMu(), Area.UNIT);
    }

    void money(Flow flow, Place from, Place to, @Nullable Money money) {
        if (money != null) {
            post(flow, from, to, money.minor(), money.currency());
        }
    }

    void one(Flow flow, Place from, Place to) {
        post(flow, from, to, 1, Movement.COUNT);
    }

    void post(Flow flow, Place from, Place to, long amount, String unit) {
        if (amount != 0) {
            movements.add(new Movement(flow, from, to, amount, unit, day));
        }
    }

    void addAll(List<Movement> more) {
        movements.addAll(more);
    }

    List<Movement> movements() {
        return List.copyOf(movements);
    }
}
