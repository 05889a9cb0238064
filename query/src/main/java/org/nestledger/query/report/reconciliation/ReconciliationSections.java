package org.nestledger.query.report.reconciliation;

import java.util.List;
import java.util.stream.Stream;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Section;

/** The tables of a reconciliation: the verdicts, then what was said and where. */
final class ReconciliationSections {

    private static final List<String> VERDICTS = List.of(
            "figure",
            "measure",
            "subject",
            "period",
            "published",
            "unit",
            "precision",
            "ledger",
            "ratio",
            "verdict",
            "at publication",
            "changed",
            "sentence");
    private static final List<String> SAID =
            List.of("figure", "phrase", "source", "stated on", "published on", "as of", "at publication");
    private static final List<String> RETRACTED =
            List.of("figure", "measure", "subject", "period", "published", "unit", "retracted on", "reason");

    private ReconciliationSections() {}

    static List<Section> of(Reconciliation report) {
        return Stream.of(
                        Section.of(
                                "verdicts", VERDICTS, report.figures().stream().map(ReconciliationSections::verdict)),
                        Section.of("said", SAID, report.figures().stream().map(ReconciliationSections::said)),
                        Section.of(
                                "retracted",
                                RETRACTED,
                                report.retracted().stream().map(ReconciliationSections::retracted)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static List<String> verdict(ReconciledFigure figure) {
        Published published = figure.published();
        Figure ledger = figure.now().ledger();
        return Section.row(
                published.figure(),
                published.measure(),
                published.subject(),
                published.period().text(),
                published.value(),
                published.unit(),
                published.precision().text(),
                ledger == null
                        ? null
                        : ledger.value() + (ledger.unit().equals(published.unit()) ? "" : " " + ledger.unit()),
                ledger == null ? null : Section.ratio(ledger.ratio()),
                figure.now().verdict().name(),
                figure.atPublication().verdict().name(),
                figure.changed() ? "changed" : null,
                figure.now().verdict().sentence());
    }

    private static List<String> said(ReconciledFigure figure) {
        Published published = figure.published();
        return Section.row(
                published.figure(),
                published.phrase(),
                published.source(),
                published.statedOn(),
                published.publishedOn(),
                figure.asOf(),
                figure.atPublication().verdict().sentence());
    }

    private static List<String> retracted(RetractedFigure figure) {
        Published published = figure.published();
        return Section.row(
                published.figure(),
                published.measure(),
                published.subject(),
                published.period().text(),
                published.value(),
                published.unit(),
                figure.retractedOn(),
                figure.reason());
    }
}
