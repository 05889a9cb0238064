package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;

/** Explains figures by the events alone. */
final class Alone {

    private Alone() {}

    /** What a figure is made of; fails unless the contributing records alone say the same, and all of them concern it. */
    static Optional<Explanation> explain(List<RecordedEvent> log, Asked asked) {
        Optional<Explanation> explained = by(log, asked);
        explained.ifPresent(found -> {
            Set<Long> positions = Contributions.positions(found);
            List<RecordedEvent> records = log.stream()
                    .filter(recorded -> positions.contains(recorded.position()))
                    .toList();
            assertThat(concerning(asked.measure(), log)).containsAll(positions);
            assertThat(by(records, asked)).contains(found);
        });
        return explained;
    }

    private static Optional<Explanation> by(List<RecordedEvent> records, Asked asked) {
        return Explainer.explain(asked, Evidence.of(records, asked.asOf(), asked.knownAt()));
    }

    /** The positions of what can contribute to a figure of this name. */
    static List<Long> concerning(String figure, List<RecordedEvent> log) {
        return log.stream()
                .filter(recorded -> Interest.in(figure).test((LedgerEvent) recorded.payload()))
                .map(RecordedEvent::position)
                .toList();
    }

    /** The value with its unit, or that there is none. */
    static String value(Optional<Explanation> explained) {
        return explained
                .map(Recount::figure)
                .map(figure -> figure.value() + " " + figure.unit())
                .orElse("none");
    }
}
