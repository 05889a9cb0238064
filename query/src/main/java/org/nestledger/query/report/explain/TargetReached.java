package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.Value;
import org.nestledger.query.report.explain.Explanation.Proportion;
import org.nestledger.query.report.explain.Explanation.Same;
import org.nestledger.query.report.explain.Explanation.Stated;

/**
 * What was reached of a target from the start of its year to the end of the period, or the share of the target.
 *
 * @param meant the figure that the target is of
 * @param share which of the two
 */
record TargetReached(Target target, Meant meant, boolean share) implements Definition {

    @Override
    public String formula() {
        String reached = meant.formula() + ", from the start of the year to the end of the period";
        return share ? reached + " ÷ " + target.formula() : reached;
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return target.concerns(event) || Interest.in(meant).test(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(
                Lookup.rows("targets.sql"), new Lookup.OfAnnual(annual(asked, asked.subject(), Area.UNIT), meant));
    }

    private Asked annual(Asked asked, String subject, String unit) {
        StatedPeriod year = ReportPeriod.year(asked.period().period().end().getYear());
        LocalDate day = Inquiry.day(asked);
        StatedPeriod counted = meant.kind() == Meant.Kind.VALUE ? year : asked.ranking(meant.measure(), year, day);
        return asked.annual(target.measure(), subject, unit, counted, day);
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return target.stated(inquiry)
                .flatMap(stated -> reached(inquiry, stated)
                        .map(reached -> share
                                ? new Proportion(inquiry.head(Value.PERCENT, inquiry.formula()), reached, stated)
                                : new Same(inquiry.head(), reached, stated.entries())));
    }

    /** @param stated whose unit tells the currency */
    private Optional<Explanation> reached(Inquiry inquiry, Stated stated) {
        Evidence soFar = inquiry.evidence().asOf(inquiry.day());
        return subjects(inquiry, soFar)
                .flatMap(subject ->
                        Explainer.explain(
                                annual(inquiry.asked(), subject, stated.head().unit()), soFar)
                                .stream())
                .findFirst();
    }

    private Stream<String> subjects(Inquiry inquiry, Evidence soFar) {
        String zone = inquiry.asked().subject();
        StatedPeriod year = annual(inquiry.asked(), zone, Area.UNIT).period();
        return meant.ofProjects()
                ? new Durations(soFar, meant.measure(), year).fastest(zone).stream()
                : Stream.of(zone);
    }
}
