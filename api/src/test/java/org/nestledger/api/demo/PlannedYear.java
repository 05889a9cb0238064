package org.nestledger.api.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.testing.History;

/**
 * The demonstration's year, decided on a log in memory.
 *
 * @param refused should be empty
 */
record PlannedYear(List<Entry> entries, Facts facts, List<String> refused) {

    /** A command, when it is given, and what it recorded. */
    record Entry(Instant recordedAt, LedgerCommand command, List<LedgerEvent> events) {}

    /** The commands of this type, in the order in which they are recorded. */
    <C extends LedgerCommand> List<C> commands(Class<C> type) {
        return entries.stream()
                .map(Entry::command)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static PlannedYear decided() {
        History history = new History();
        Map<Integer, Long> positions = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Step step : ZhaoqingYear.plan()) {
            positions.put(step.sequence(), history.events().size() + 1L);
            LedgerCommand command = step.order().command(positions);
            switch (history.record(command, new Moment(step.recordedAt()))) {
                case Decision.Accepted accepted ->
                    entries.add(new Entry(step.recordedAt(), command, accepted.events()));
                case Rejection refusal -> refused.add(step.recordedAt() + " " + command + ": " + refusal);
            }
        }
        return new PlannedYear(entries, history.all(), refused);
    }
}
