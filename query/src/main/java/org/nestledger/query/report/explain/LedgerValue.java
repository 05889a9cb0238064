package org.nestledger.query.report.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.claim.ClaimEvent.FigurePublished;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.Money;
import org.nestledger.query.report.Measures;
import org.nestledger.query.report.explain.Evidence.Standing;
import org.nestledger.query.report.explain.Explanation.Same;
import org.nestledger.query.report.explain.Explanation.Sum;

/**
 * What the ledger says to a published figure.
 *
 * @param meant the ledger's own figure of that name
 * @param asOf the day up to which the published figure speaks, or the report's when one was asked for
 * @param atPublication as known at the end of the day of publication, in the zone in whose books it is
 */
record LedgerValue(Claim claim, Meant meant, LocalDate asOf, boolean atPublication) implements Definition {

    @Override
    public String formula() {
        return meant.formula() + ", of " + claim.subject() + " in "
                + claim.period().text() + ", counted to " + asOf
                + (atPublication ? ", as known at the end of the day of publication" : "");
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return claim.concerns(event) || Interest.in(meant).test(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(claim.lookup(), new Lookup.OfFigure(annual(asked), meant));
    }

    private Asked annual(Asked asked) {
        return asked.annual(claim.measure(), claim.subject(), asked.unit(), claim.period(), asOf);
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return claim.published(inquiry)
                .filter(published -> speaksTo(published.event(), inquiry) && isIn(published.event(), inquiry))
                .flatMap(published -> known(published, inquiry)
                        .flatMap(known -> figure(published.event(), annual(inquiry.asked()), known))
                        .map(figure -> new Same(inquiry.head(), figure, reasons(published, inquiry))));
    }

    private boolean speaksTo(FigurePublished published, Inquiry inquiry) {
        LocalDate end = published.period().period().end();
        LocalDate last = published.statedOn().isBefore(end) ? published.statedOn() : end;
        return asOf.equals(last) || asOf.equals(inquiry.asked().asOf());
    }

    /** Whether the ledger's unit is the published one; a statement without a number is answered in any. */
    private static boolean isIn(FigurePublished published, Inquiry inquiry) {
        String unit = inquiry.asked().unit();
        return published.value() == null
                || (unit.equals(Area.UNIT) ? AreaUnit.isOne(published.unit()) : unit.equals(published.unit()));
    }

    private Optional<Evidence> known(Standing<FigurePublished> published, Inquiry inquiry) {
        Evidence known = inquiry.evidence().asOf(asOf);
        return atPublication
                ? inquiry.evidence()
                        .zone(published.event().zone())
                        .map(zone -> end(
                                published.event().publishedOn(),
                                ZoneId.of(zone.event().timeZone())))
                        .map(known::recordedBefore)
                : Optional.of(known);
    }

    private static Instant end(LocalDate day, ZoneId clock) {
        return day.plusDays(1).atStartOfDay(clock).toInstant();
    }

    /** Of a currency in which nothing is counted there is nothing. */
    private Optional<Explanation> figure(FigurePublished published, Asked annual, Evidence known) {
        if (!isOwn(published, known)) {
            return Optional.empty();
        }
        return Explainer.explain(annual, known)
                .or(() -> published.value() != null && isOfMoney(annual)
                        ? Optional.of(nothing(annual))
                        : Optional.empty());
    }

    /** Whether there is such a zone or project in the books of whoever published the figure. */
    private boolean isOwn(FigurePublished published, Evidence known) {
        return meant.ofProjects()
                ? new Durations(known, meant.measure(), claim.period()).isWithin(claim.subject(), published.zone())
                : known.zone(claim.subject()).isPresent() && known.within(claim.subject(), published.zone());
    }

    private boolean isOfMoney(Asked annual) {
        return meant.kind() == Meant.Kind.VALUE
                && meant.measure().unit().equals(Measures.CURRENCY)
                && Money.isCurrency(annual.unit());
    }

    private Sum nothing(Asked annual) {
        Head head =
                new Head(annual.measure(), annual.subject(), annual.period().text(), annual.unit(), meant.formula());
        return new Sum(head, List.of(), null, List.of());
    }

    /** The publication, and the zones that it and its subject are, whose clock ends the day. */
    private List<Entry> reasons(Standing<FigurePublished> published, Inquiry inquiry) {
        return Stream.concat(
                        Stream.of(Entry.of(published, null, claim.figure())),
                        inquiry
                                .evidence()
                                .designations(Stream.of(published.event().zone(), claim.subject()))
                                .stream())
                .toList();
    }
}
