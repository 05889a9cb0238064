package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.explain.Explanation.Stated;

/** The number that was published; an area in mu. */
record PublishedValue(Claim claim) implements Definition {

    @Override
    public String formula() {
        return "the number that was published of " + claim.measure() + ", subject " + claim.subject() + ", period "
                + claim.period().text();
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return claim.concerns(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(claim.lookup());
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return claim.published(inquiry)
                .flatMap(published -> Optional.ofNullable(published.event().value())
                        .map(value -> new Quantity(value, published.event().unit()))
                        .map(number -> new Stated(
                                inquiry.head(
                                        AreaUnit.isOne(number.unit()) ? Area.UNIT : number.unit(), inquiry.formula()),
                                Entry.of(published, null, claim.figure()),
                                number,
                                inquiry.basis(Stream.of(published.event().zone()), List.of()))));
    }
}
