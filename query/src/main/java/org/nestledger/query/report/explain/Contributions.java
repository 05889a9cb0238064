package org.nestledger.query.report.explain;

import java.util.NavigableSet;
import java.util.TreeSet;

/** Which records of the log an explanation rests on. */
public final class Contributions {

    private Contributions() {}

    /** The positions of its entries and of its basis. */
    public static NavigableSet<Long> positions(Explanation explanation) {
        NavigableSet<Long> positions = new TreeSet<>();
        explanation.entries().forEach(entry -> positions.add(entry.position()));
        explanation.basis().forEach(entry -> positions.add(entry.position()));
        return positions;
    }
}
