package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.Optional;
import org.nestledger.core.claim.ClaimEvent;
import org.nestledger.core.claim.ClaimEvent.FigurePublished;
import org.nestledger.core.claim.ClaimEvent.FigureRetracted;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.query.report.explain.Evidence.Standing;

/**
 * A figure that was published.
 *
 * @param figure its id
 * @param period that it is about
 */
record Claim(String figure, String measure, String subject, StatedPeriod period) {

    Lookup lookup() {
        return new Lookup.Of("claims.sql", figure);
    }

    boolean concerns(LedgerEvent event) {
        return event instanceof ClaimEvent claim && claim.figure().equals(figure);
    }

    /**
     * Where it was published: in the books of the report's zone or one below, about a period that ends in the report's year.
     * Whenever that was, and none when it was taken back since.
     */
    Optional<Standing<FigurePublished>> published(Inquiry inquiry) {
        Evidence said = inquiry.evidence().asOf(LocalDate.MAX);
        boolean retracted = said.standing(FigureRetracted.class)
                .anyMatch(retraction -> retraction.event().figure().equals(figure));
        return said.standing(FigurePublished.class)
                .filter(_ -> !retracted)
                .filter(published -> isThis(published.event()))
                .filter(published -> inquiry.covers(published.event().zone()))
                .filter(_ -> year(period) == year(inquiry.asked().period()))
                .findFirst();
    }

    private boolean isThis(FigurePublished published) {
        return published.figure().equals(figure)
                && published.measure().equals(measure)
                && published.subject().equals(subject)
                && published.period().equals(period);
    }

    private static int year(StatedPeriod period) {
        return period.period().end().getYear();
    }
}
