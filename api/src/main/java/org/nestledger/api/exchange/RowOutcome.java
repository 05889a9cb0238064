package org.nestledger.api.exchange;

import java.util.List;

/**
 * What became of one row.
 *
 * @param refusals why it was refused; for a recorded row, what it reports beside its notice that was refused
 */
record RowOutcome(Fate fate, List<RowRefusal> refusals) {

    enum Fate {
        RECORDED,
        ALREADY_THERE,
        REFUSED
    }

    RowOutcome {
        refusals = List.copyOf(refusals);
    }

    static RowOutcome refused(RowRefusal... refusals) {
        return new RowOutcome(Fate.REFUSED, List.of(refusals));
    }
}
