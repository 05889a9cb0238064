package org.nestledger.query.check;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.nestledger.query.check.Finding.Kind;

/** Counts what is found and hands it on at once: there may be more than fits into memory. */
final class Findings {

    private final Consumer<Finding> next;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    Findings(Consumer<Finding> next) {
        this.next = next;
    }

    void add(Finding finding) {
        counts.merge(finding.kind(), 1L, Long::sum);
        next.accept(finding);
    }

    /** So many more divergences, which are not named one by one. */
    void addUnnamed(String where, long more) {
        if (more > 0) {
            counts.merge(Kind.DIVERGENCE, more, Long::sum);
            next.accept(Finding.divergence(where, more + " more rows differ"));
        }
    }

    long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
