package org.nestledger.query.report.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/** What comes of asking what a figure is made of. */
public sealed interface Explained {

    /** @param asked the figure with all that was left open when it was asked for */
    record Found(FigureExplanation figure, Asked asked, Explanation explanation) implements Explained {

        /** Whether it follows from figures of others beside its subject. */
        public boolean ranks() {
            return ranks(explanation);
        }

        private static boolean ranks(Explanation explanation) {
            return explanation instanceof Explanation.Ranking
                    || explanation.parts().stream().anyMatch(part -> ranks(part.explanation()));
        }
    }

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
     * What was asked for fits several figures in the tables of a report.
     *
     * @param figures their names, at least two
     */
    record Ambiguous(List<String> figures) implements Explained {

        private static final int NAMED = 10;

        public Ambiguous {
            figures = List.copyOf(figures);
        }

        /** Names the first ones. */
        public String sentence() {
            int others = figures.size() - NAMED;
            return "There are several such figures: give one of "
                    + figures.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (others > 0 ? ", or " + others + " others." : ".");
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
