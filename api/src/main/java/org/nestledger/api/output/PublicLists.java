package org.nestledger.api.output;

import static org.nestledger.api.output.ListColumn.number;
import static org.nestledger.api.output.ListColumn.text;

import java.util.List;
import org.nestledger.query.claim.ClaimFilter;
import org.nestledger.query.claim.ClaimView;
import org.nestledger.query.portal.VisitView;

/** The lists of what the public was told, and of how it came to see. */
final class PublicLists {

    static final EntryList<ClaimView> CLAIMS = new EntryList<>(
            ClaimView.class,
            true,
            (queries, zone, q, page) -> queries.claims().list(new ClaimFilter(zone, null, null, null, q), page),
            List.of(
                    text("id", ClaimView::id),
                    text("zone", ClaimView::zone),
                    text("measure", ClaimView::measure),
                    text("subject", ClaimView::subject),
                    text("period", claim -> claim.period().text()),
                    number("value", ClaimView::value),
                    text("unit", ClaimView::unit),
                    text("precision", claim -> claim.precision().text()),
                    text("published on", ClaimView::publishedOn),
                    text("retracted on", ClaimView::retractedOn)));

    static final EntryList<VisitView> VISITS = new EntryList<>(
            VisitView.class,
            false,
            (queries, zone, _, page) -> queries.visits().list(zone, null, null, page),
            List.of(
                    text("id", VisitView::id),
                    text("zone", VisitView::zone),
                    text("day", VisitView::day),
                    number("visits", VisitView::visits)));

    private PublicLists() {}
}
