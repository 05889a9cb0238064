package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.zone.ZoneEvent.TargetSet;
import org.nestledger.query.report.explain.Explanation.Stated;

/**
 * The target of a zone for the year of the period.
 *
 * @param measure that it is of
 */
record Target(String measure) implements Definition {

    @Override
    public String formula() {
        return "the target for the year that was set last";
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return Interest.about(TargetSet.class).test(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(Lookup.rows("targets.sql"));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return stated(inquiry).map(Explanation.class::cast);
    }

    /** That of an area in mu. */
    Optional<Stated> stated(Inquiry inquiry) {
        int year = inquiry.asked().period().period().end().getYear();
        return inquiry.evidence()
                .standing(TargetSet.class)
                .filter(set -> set.event().zone().equals(inquiry.asked().subject()))
                .filter(set ->
                        set.event().year() == year && set.event().measure().equals(measure))
                .max(Evidence.LATER)
                .map(set -> {
                    Quantity target = set.event().target();
                    String unit = AreaUnit.isOne(target.unit()) ? Area.UNIT : target.unit();
                    return new Stated(head(inquiry, unit), Entry.of(set, null, null), target);
                });
    }

    /** Its own name, also where it is a part of another figure. */
    private Head head(Inquiry inquiry, String unit) {
        String name = new TableFigure("targets", List.of("targets", measure, "target")).measure();
        return new Head(
                name, inquiry.asked().subject(), inquiry.asked().period().text(), unit, formula());
    }
}
