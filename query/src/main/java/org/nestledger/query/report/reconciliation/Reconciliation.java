package org.nestledger.query.report.reconciliation;

import java.time.LocalDate;
import java.util.List;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * The figures published about a zone's year, rolled up over its descendants, against the ledger. A figure belongs to the
 * year in which its period ends.
 *
 * @param asOf the last business day that counts; each figure counts no further than the day up to which it speaks
 * @param retracted figures that no longer stand
 */
public record Reconciliation(
        String zone,
        int year,
        LocalDate asOf,
        KnownPosition knownAt,
        List<ReconciledFigure> figures,
        List<RetractedFigure> retracted)
        implements Report {

    public Reconciliation {
        figures = List.copyOf(figures);
        retracted = List.copyOf(retracted);
    }

    /** Whether a standing figure differs from the ledger, as known at the report's dates. */
    public boolean differs() {
        return figures.stream().anyMatch(each -> each.now().verdict() instanceof Verdict.Differs);
    }

    @Override
    public String title() {
        return "Published figures of " + zone + " for " + year + " against the ledger";
    }

    @Override
    public List<FigureTable> explainedTables() {
        return List.of(VerdictFigures.of(figures));
    }

    @Override
    public List<Section> sections() {
        return ReconciliationSections.of(this);
    }
}
