package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;

/** What the figures of the report of targets are: the table, the measure that the target is of, and what of it. */
final class TargetFigures {

    private static final int CELLS = 3;

    private TargetFigures() {}

    static Optional<Definition> of(List<String> cells) {
        return cells.size() == CELLS && cells.getFirst().equals("targets")
                ? of(cells.get(1), cells.get(2))
                : Optional.empty();
    }

    /** What is only published has a target, and nothing that is reached. */
    private static Optional<Definition> of(String measure, String item) {
        return switch (item) {
            case "target" -> Optional.of(new Target(measure));
            case "reached" -> Meant.by(measure).map(meant -> new TargetReached(new Target(measure), meant, false));
            case "share" -> Meant.by(measure).map(meant -> new TargetReached(new Target(measure), meant, true));
            default -> Optional.empty();
        };
    }
}
