package org.nestledger.query.report.reconciliation;

import java.time.LocalDate;

/**
 * A published figure and what the ledger says to it.
 *
 * @param asOf the last business day that the ledger's figure counts
 * @param now as known at the report's moment
 * @param atPublication as known at the end of the day of publication
 * @param changed whether the verdict was another one on the day of publication
 */
public record ReconciledFigure(
        Published published, LocalDate asOf, Judgement now, Judgement atPublication, boolean changed) {

    static ReconciledFigure of(Published published, LocalDate asOf, Judgement now, Judgement atPublication) {
        boolean changed = !now.verdict().name().equals(atPublication.verdict().name());
        return new ReconciledFigure(published, asOf, now, atPublication, changed);
    }
}
