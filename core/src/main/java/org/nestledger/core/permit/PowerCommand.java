package org.nestledger.core.permit;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.measure.Id;

/** What can be asked of the municipal powers that a zone exercises itself. */
public sealed interface PowerCommand extends LedgerCommand {

    LocalDate occurredOn();

    List<Document> documents();

    /**
     * One or more powers, delegated together.
     *
     * @param batch such as {@code first batch}
     */
    @By(Role.HEADQUARTERS)
    @Command(namespace = "permit", name = "DelegatePowers", version = "1")
    record DelegatePowers(
            @Id String zone, String batch, List<NewPower> powers, LocalDate occurredOn, List<Document> documents)
            implements PowerCommand {}

    /** @param occurredOn the first day without the power */
    @By(Role.HEADQUARTERS)
    @Command(namespace = "permit", name = "WithdrawPower", version = "1")
    record WithdrawPower(
            @Id String zone, @Id String power, @Nullable String reason, LocalDate occurredOn, List<Document> documents)
            implements PowerCommand {}
}
