package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.rules.JournalRules;

/**
 * What came to some accounts less what left them, or the other way round.
 *
 * @param leaving whether what left them counts, and what came is deducted
 * @param which of the sides of the accounts count
 */
record AccountSum(String formula, List<Account> accounts, boolean leaving, BiPredicate<Inquiry, Side> which)
        implements Definition {

    AccountSum {
        accounts = List.copyOf(accounts);
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return JournalRules.movements(event).stream()
                .anyMatch(movement -> accounts.contains(movement.from().account())
                        || accounts.contains(movement.to().account()));
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(Lookup.posted(accounts));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return inquiry.of(Counted.of(accounts.getFirst())).map(this::sum);
    }

    private Explanation sum(Inquiry inquiry) {
        return inquiry.sum(Side.of(inquiry.posted())
                .filter(side -> accounts.contains(side.account()))
                .filter(side -> which.test(inquiry, side))
                .map(side -> side.entry(leaving))
                .toList());
    }
}
