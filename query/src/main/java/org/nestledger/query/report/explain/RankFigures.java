package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.explain.Explanation.Same;

/** What the figures of the report of ranks are: the table, the measure, the zone or project, and what of it. */
final class RankFigures {

    private static final int CELLS = 4;

    private RankFigures() {}

    static Optional<Definition> of(List<String> cells) {
        if (cells.size() != CELLS || !cells.getFirst().equals("ranks")) {
            return Optional.empty();
        }
        Optional<Meant> rank = Meant.by(cells.get(1) + ".rank").filter(meant -> meant.kind() == Meant.Kind.RANK);
        return switch (cells.get(3)) {
            case "rank" -> rank.map(meant -> new Place(meant, cells.get(1) + ".rank", cells.get(2)));
            case "value" ->
                rank.map(meant -> new Place(
                        new Meant(meant.measure(), Meant.Kind.VALUE),
                        meant.measure().code(),
                        cells.get(2)));
            default -> Optional.empty();
        };
    }

    /**
     * The place of one among others, or the value that gives it.
     *
     * @param measure the figure's name in the annual report
     */
    private record Place(Meant meant, String measure, String subject) implements Definition {

        @Override
        public String formula() {
            return meant.formula();
        }

        @Override
        public boolean concerns(LedgerEvent event) {
            return Interest.in(meant).test(event);
        }

        @Override
        public List<Lookup> lookups(Asked asked) {
            return List.of(new Lookup.OfAnnual(annual(asked), meant));
        }

        private Asked annual(Asked asked) {
            String unit = meant.kind() == Meant.Kind.RANK
                    ? Amounts.RANK
                    : meant.measure().unit();
            StatedPeriod ranked = asked.ranking(meant.measure(), asked.period(), asked.asOf());
            return asked.annual(measure, subject, unit, ranked, asked.asOf());
        }

        @Override
        public Optional<Explanation> explain(Inquiry inquiry) {
            return Explainer.explain(annual(inquiry.asked()), inquiry.evidence())
                    .map(figure -> new Same(inquiry.head(), figure, List.of()));
        }
    }
}
