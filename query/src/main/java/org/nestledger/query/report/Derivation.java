package org.nestledger.query.report;

import java.util.List;

/** What comes of asking for a figure. */
public sealed interface Derivation {

    /** @param figures one, or one for each currency, of which there may be none */
    record Derived(List<Figure> figures) implements Derivation {
        public Derived {
            figures = List.copyOf(figures);
        }
    }

    /** @param reason a clause that says why, such as {@code zone z has no rank} */
    record NotDerivable(String reason) implements Derivation {}

    static Derivation of(Figure figure) {
        return new Derived(List.of(figure));
    }
}
