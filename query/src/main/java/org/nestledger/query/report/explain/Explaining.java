package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.explain.Explained.Differs;
import org.nestledger.query.report.explain.Explained.Found;

/** Explains a figure of a report by the events in the log, and holds the figure against what they give. */
final class Explaining {

    private Explaining() {}

    static Explained of(Figure figure, Asked asked, ReportSources sources) {
        List<RecordedEvent> records =
                Candidates.records(sources.database(), sources.log(), asked, sources.mostEvents());
        Optional<Explanation> explanation =
                Explainer.explain(asked, Evidence.of(records, asked.asOf(), asked.knownAt()));
        Optional<Figure> recounted = explanation.map(Recount::figure);
        return explanation
                .filter(_ -> recounted.filter(figure::equals).isPresent())
                .<Explained>map(
                        each -> new Found(FigureExplanation.of(each, asked.asOf(), sources.knownAt()), asked, each))
                .orElseGet(() -> new Differs(
                        new Quantity(figure.value(), figure.unit()),
                        recounted
                                .map(other -> new Quantity(other.value(), other.unit()))
                                .orElse(null)));
    }
}
