package org.nestledger.query.report;

import java.util.List;

/**
 * The figures of a closed period as of its last day.
 *
 * @param closing the first that closed the period, by which the figures are known then
 * @param figures all that there were then, and those that there are now besides
 */
public record FrozenFigures(Closing closing, List<FrozenFigure> figures) {

    public FrozenFigures {
        figures = List.copyOf(figures);
    }

    /** The same without who closed the period. */
    FrozenFigures unnamed() {
        return new FrozenFigures(closing.unnamed(), figures);
    }
}
