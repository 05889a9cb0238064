package org.nestledger.query.report.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/** What comes of asking what a figure is made of. */
public sealed interface Explained {

    /** @param asked the figure with all that was left open when it was asked for */
    record Found(FigureExplanation figure, Asked asked, Explanation explanation) implements Explained {}

    /** @param known the names of all figures of the report */
    record UnknownMeasure(String measure, List<String> known) implements Explained {
        public UnknownMeasure {
            known = List.copyOf(known);
        }
    }

    /** @param reason a sentence that says which one there is not */
    record NoFigure(String reason) implements Explained {}

    /**
     * There is more than one such figure.
     *
     * @param option what tells them apart: subject or unit
     * @param choices what can be given for it
     */
    record Several(String option, List<String> choices) implements Explained {
        public Several {
            choices = List.copyOf(choices);
        }
    }

    /**
     * The read models say something else than the log, so that one of them is damaged.
     *
     * @param reported the figure of the report
     * @param recounted what the events in the log give; absent when they give no such figure
     */
    record Differs(Quantity reported, @Nullable Quantity recounted) implements Explained {

        public String sentence() {
            return "The read models give " + reported.value() + " " + reported.unit() + " and the log "
                    + (recounted == null ? "no such figure" : recounted.value() + " " + recounted.unit())
                    + ": one of them is damaged.";
        }
    }
}
