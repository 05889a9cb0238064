package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.query.report.explain.Evidence.Standing;

/**
 * How many entries of the period there are.
 *
 * @param which of them count
 */
record EntryCount(String formula, BiPredicate<Evidence, Standing<LedgerEvent>> which) implements Definition {

    @Override
    public boolean concerns(LedgerEvent event) {
        return true;
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(Lookup.rows("entries.sql"));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        Evidence evidence = inquiry.evidence();
        List<Standing<LedgerEvent>> counted =
                ofPeriod(inquiry).filter(entry -> which.test(evidence, entry)).toList();
        List<Entry> entries =
                counted.stream().map(entry -> Entry.of(entry, null, null)).toList();
        List<Entry> reversals = counted.stream()
                .flatMap(entry -> evidence.reversalOf(entry).stream())
                .map(reversal -> Entry.of(reversal, null, null))
                .toList();
        return Statistic.COUNT.of(
                inquiry,
                entries,
                inquiry.basis(counted.stream().map(entry -> entry.event().zone()), reversals));
    }

    /** The entries of the zones that are dated in the period. */
    static Stream<Standing<LedgerEvent>> ofPeriod(Inquiry inquiry) {
        return inquiry.evidence()
                .entries()
                .filter(entry -> inquiry.covers(entry.event().zone()))
                .filter(entry -> inquiry.inPeriod(entry.event().occurredOn()));
    }
}
