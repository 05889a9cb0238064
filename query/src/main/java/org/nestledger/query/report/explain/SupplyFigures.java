package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.supply.SupplyEvent;
import org.nestledger.query.report.explain.SupplyDaysLate.Step;

/** What the figures of a supply are in the reports of stages and of late starts: the table, the supply, and what of it. */
final class SupplyFigures {

    private static final int CELLS = 3;

    private SupplyFigures() {}

    static Optional<Definition> ofStages(List<String> cells) {
        if (cells.size() != CELLS) {
            return Optional.empty();
        }
        return switch (cells.getFirst()) {
            case "stages" -> PipelineFigures.ofDay(cells.get(1), cells.get(2));
            case "agreed and done" ->
                switch (cells.get(2)) {
                    case "start days late" ->
                        Optional.of(new SupplyDaysLate(cells.get(1), SupplyList.AGREED, Step.START));
                    case "completion days late" ->
                        Optional.of(new SupplyDaysLate(cells.get(1), SupplyList.AGREED, Step.COMPLETION));
                    default -> area(cells, SupplyList.AGREED);
                };
            default -> Optional.empty();
        };
    }

    static Optional<Definition> ofLateStarts(List<String> cells) {
        if (cells.size() != CELLS) {
            return Optional.empty();
        }
        return switch (cells.getFirst()) {
            case "late starts" ->
                cells.get(2).equals("days late")
                        ? Optional.of(new SupplyDaysLate(cells.get(1), SupplyList.LATE, Step.START))
                        : area(cells, SupplyList.LATE);
            case "agreed start unknown" -> area(cells, SupplyList.UNDATED);
            default -> Optional.empty();
        };
    }

    private static Optional<Definition> area(List<String> cells, SupplyList list) {
        return cells.get(2).equals("area") ? Optional.of(new SupplyLeft(cells.get(1), list)) : Optional.empty();
    }

    static Lookup lookup(String supply) {
        return new Lookup.Of("supply.sql", supply);
    }

    /** Whether an event can contribute to a figure of a supply; only its own contract says which project it is of. */
    static boolean isOf(String supply, LedgerEvent event) {
        return switch (Interest.subject(event)) {
            case SupplyEvent of -> of.supply().equals(supply);
            case ProjectEvent _, OpeningProjectRecorded _ -> true;
            default -> false;
        };
    }
}
