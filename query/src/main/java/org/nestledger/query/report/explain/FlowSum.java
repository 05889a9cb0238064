package org.nestledger.query.report.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.rules.JournalRules;

/**
 * What some flows moved.
 *
 * @param which of their movements count
 */
record FlowSum(String formula, List<Term> terms, BiPredicate<Inquiry, Movement> which) implements Definition {

    /**
     * A flow that counts, or is deducted.
     *
     * @param from only from this account
     */
    record Term(Flow flow, @Nullable Account from, int sign) {

        static Term plus(Flow flow) {
            return new Term(flow, null, 1);
        }

        static Term minus(Flow flow) {
            return new Term(flow, null, -1);
        }

        boolean fits(Movement movement) {
            return movement.flow() == flow && (from == null || movement.from().account() == from);
        }
    }

    FlowSum {
        terms = List.copyOf(terms);
    }

    static FlowSum of(String formula, BiPredicate<Inquiry, Movement> which, Term... terms) {
        return new FlowSum(formula, Arrays.asList(terms), which);
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return JournalRules.movements(event).stream()
                .anyMatch(movement -> terms.stream().anyMatch(term -> term.fits(movement)));
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(Lookup.flowed(terms.stream().map(Term::flow).toArray(Flow[]::new)));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return inquiry.of(counted()).map(this::sum);
    }

    /** Projects at the stages that a ledger opens with are counted as those that come to one later. */
    private Counted counted() {
        return terms.stream()
                .map(Term::flow)
                .filter(flow -> flow != Flow.OPENING)
                .map(Counted::of)
                .findFirst()
                .orElseThrow();
    }

    private Explanation sum(Inquiry inquiry) {
        return inquiry.sum(inquiry.posted()
                .filter(posted -> which.test(inquiry, posted.movement()))
                .flatMap(posted -> terms.stream()
                        .filter(term -> term.fits(posted.movement()))
                        .map(term -> Inquiry.entry(posted, term.sign(), null)))
                .toList());
    }
}
