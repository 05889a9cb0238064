package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Movement;
import org.nestledger.query.report.explain.InvestmentPartOf.By;

/**
 * How many projects with something in common were introduced in the period, or in a currency their plans.
 *
 * @param key what they have in common; empty where it is not known
 */
record IntroducedPartOf(By by, String key) implements Definition {

    @Override
    public String formula() {
        return "the projects introduced in the period" + plans().common()
                + ": how many they are, or in a currency their plans as they are at the report's date";
    }

    private InvestmentPartOf plans() {
        return new InvestmentPartOf(by, key, true);
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return plans().concerns(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return plans().lookups(asked);
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return inquiry.asked().unit().equals(Movement.COUNT)
                ? Optional.of(plans()).filter(of -> of.has(inquiry)).map(of -> of.introductions(inquiry))
                : plans().explain(inquiry);
    }
}
