package org.nestledger.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;
import tools.jackson.databind.JsonNode;

/**
 * What a command would record if it were given now.
 *
 * @param needsApproval whether it would wait for somebody else's approval
 * @param events in their order; none of them is in the log
 */
public record Draft(String commandId, boolean needsApproval, List<Entry> events) {

    /**
     * An event that would be recorded.
     *
     * @param type as in the log, such as {@code land.LandAcquired}
     * @param data as it would be stored, with warnings where there are any
     * @param movements what would be posted for it; empty when it has no quantities
     */
    public record Entry(String type, LocalDate occurredOn, JsonNode data, List<Posted> movements) {}

    /** An amount that would leave one place and arrive at another. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Posted(Flow flow, Place from, Place to, Quantity amount, LocalDate occurredOn) {

        private static Posted of(Movement movement) {
            return new Posted(
                    movement.flow(),
                    movement.from(),
                    movement.to(),
                    Amounts.quantity(BigDecimal.valueOf(movement.amount()), movement.unit()),
                    movement.occurredOn());
        }
    }

    static Draft of(String commandId, Outcome.Proposed proposed, boolean needsApproval) {
        return new Draft(
                commandId,
                needsApproval,
                proposed.events().stream().map(Draft::entry).toList());
    }

    private static Entry entry(LedgerEvent event) {
        return new Entry(
                EventName.of(event.getClass()),
                event.occurredOn(),
                LedgerJson.mapper().valueToTree(event),
                JournalRules.movements(event).stream().map(Posted::of).toList());
    }
}
