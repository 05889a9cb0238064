package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.query.report.explain.Explanation.Sum;

/**
 * The land of a supply that was not rescinded.
 *
 * @param list the table that the supply stands in
 */
record SupplyLeft(String supply, SupplyList list) implements Definition {

    @Override
    public String formula() {
        return "the area " + list.words() + ", less what of it was rescinded";
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return SupplyFigures.isOf(supply, event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(SupplyFigures.lookup(supply));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return SupplyCourse.of(inquiry, supply)
                .filter(course -> list.lists(course, inquiry.day()))
                .map(course -> new Sum(
                        inquiry.head(Area.UNIT, formula()),
                        course.land(),
                        null,
                        course.basis(inquiry, Stream.empty())));
    }
}
