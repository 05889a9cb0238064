package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import org.nestledger.core.decision.LedgerEvent;

/** A figure whose name says whose books it is of: there is none in a report that has no line of these books. */
record OfBooks(Books books, Definition figure) implements Definition {

    @Override
    public String formula() {
        return figure.formula();
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return figure.concerns(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return figure.lookups(asked);
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return books.areOf(inquiry) ? figure.explain(inquiry) : Optional.empty();
    }
}
