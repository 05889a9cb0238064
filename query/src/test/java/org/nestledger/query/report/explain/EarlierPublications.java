package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Map;
import org.nestledger.core.claim.ClaimEvent.FigurePublished;
import org.nestledger.core.log.RecordedEvent;

/** Figures as they could be published once: of other zones, and of what there is not. */
final class EarlierPublications {

    private EarlierPublications() {}

    /**
     * A log in which some figures are about something else than it says.
     *
     * @param subjects by the id of the figure
     */
    static List<RecordedEvent> among(List<RecordedEvent> log, Map<String, String> subjects) {
        return log.stream()
                .map(each ->
                        each.payload() instanceof FigurePublished published && subjects.containsKey(published.figure())
                                ? each.saying(about(published, subjects.get(published.figure())))
                                : each)
                .toList();
    }

    private static FigurePublished about(FigurePublished published, String subject) {
        return new FigurePublished(
                published.zone(),
                published.figure(),
                published.measure(),
                subject,
                published.period(),
                published.value(),
                published.unit(),
                published.precision(),
                published.phrase(),
                published.source(),
                published.statedOn(),
                published.publishedOn(),
                published.documents());
    }
}
