package org.nestledger.api.demo;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.reversal.ReverseEntry;

/** What is asked for in one step of the demonstration. Positions are known only once the ledger has given them. */
sealed interface Order {

    /** Who asks. */
    Role by();

    /**
     * The command, the same whenever the ledger has given the same positions.
     *
     * @param positions the first position of what each earlier step recorded, by the step's sequence
     */
    LedgerCommand command(Map<Integer, Long> positions);

    /** A command that is known when the year is planned. */
    record Give(LedgerCommand given) implements Order {

        @Override
        public Role by() {
            return given.getClass().getAnnotation(By.class).value()[0];
        }

        @Override
        public LedgerCommand command(Map<Integer, Long> positions) {
            return given;
        }
    }

    /**
     * A reversal of what an earlier step recorded, by whoever recorded it.
     *
     * @param sequence the earlier step's
     * @param occurredOn counts when the original's day lies in a closed period by then
     */
    record TakeBack(
            String zone,
            int sequence,
            String reason,
            @Nullable LocalDate occurredOn,
            Role by) implements Order {

        @Override
        public LedgerCommand command(Map<Integer, Long> positions) {
            Long position = positions.get(sequence);
            if (position == null) {
                throw new IllegalStateException("step " + sequence + " is not recorded before it is taken back");
            }
            return new ReverseEntry(zone, position, reason, occurredOn, Paper.none());
        }
    }
}
