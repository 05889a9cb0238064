package org.nestledger.query.report.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.query.report.explain.ReadyFamily.Part;
import org.nestledger.query.report.explain.ReadyLand.Lot;

/**
 * How much of some lots of construction land went somewhere, or is left.
 *
 * @param which lots
 * @param item what of them
 */
record ApprovedPart(String formula, BiPredicate<Inquiry, Lot> which, Item item) implements Definition {

    private static final Comparator<Entry> IN_LOG_ORDER = Comparator.comparingLong(Entry::position);

    enum Item {
        READY("all"),
        SUPPLIED("what was supplied, less what was rescinded"),
        SURVEYED_AWAY("what a later survey did not find any more"),
        NOT_SUPPLIED("what was neither supplied nor surveyed away");

        private final String words;

        Item(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        private long of(Part part) {
            return switch (this) {
                case READY -> part.lot().amount();
                case SUPPLIED -> part.supplied();
                case SURVEYED_AWAY -> part.gone() - part.supplied();
                case NOT_SUPPLIED -> part.lot().amount() - part.gone();
            };
        }
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return JournalRules.movements(event).stream().anyMatch(this::concerns);
    }

    private boolean concerns(Movement movement) {
        return item == Item.READY ? ReadyLand.isLot(movement) : ReadyLand.isOf(movement);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(Lookup.posted(List.of(Account.CONSTRUCTION_READY)));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return inquiry.of(Counted.LAND).map(this::sum);
    }

    private Explanation sum(Inquiry inquiry) {
        List<Entry> entries = new ArrayList<>();
        List<Entry> reasons = new ArrayList<>();
        for (ReadyFamily family : ReadyLand.families(inquiry)) {
            List<Part> counted = family.parts().stream()
                    .filter(part -> which.test(inquiry, part.lot()))
                    .filter(part -> item.of(part) != 0)
                    .toList();
            counted.forEach(part -> entries.add(part.lot().entry(item.of(part))));
            if (item != Item.READY && !counted.isEmpty()) {
                family.reasons(counted.stream().map(Part::lot).toList()).forEach(reasons::add);
            }
        }
        entries.sort(IN_LOG_ORDER);
        reasons.sort(IN_LOG_ORDER);
        return inquiry.sum(entries, reasons);
    }
}
