package org.nestledger.api.exchange;

import org.nestledger.api.exchange.RowOutcome.Fate;
import org.nestledger.core.ledger.Outcome;

/** How outcomes are counted. */
final class Fates {

    private Fates() {}

    /** A dry run counts what it would have recorded. */
    static Fate of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> recorded.already() ? Fate.ALREADY_THERE : Fate.RECORDED;
            case Outcome.Proposed _ -> Fate.RECORDED;
            case Outcome.Refused _ -> Fate.REFUSED;
        };
    }
}
