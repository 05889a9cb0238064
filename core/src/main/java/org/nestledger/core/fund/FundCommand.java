package org.nestledger.core.fund;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.measure.Id;
import org.nestledger.core.measure.Money;

/** What can be asked of the land bank's money. */
public sealed interface FundCommand extends LedgerCommand {

    Money amount();

    LocalDate occurredOn();

    List<Document> documents();

    @By(Role.PLATFORM)
    @Command(namespace = "fund", name = "RecordFunding", version = "1")
    record RecordFunding(
            @Id String zone,
            FundingSource source,
            Money amount,
            @Nullable String note,
            LocalDate occurredOn,
            List<Document> documents)
            implements FundCommand {}

    /**
     * @param zone the supply's
     * @param amount what was paid of the land price on top of all before
     */
    @By(Role.PLATFORM)
    @Command(namespace = "fund", name = "RecordLandPayment", version = "1")
    record RecordLandPayment(
            @Id String zone, @Id String supply, Money amount, LocalDate occurredOn, List<Document> documents)
            implements FundCommand {}

    /**
     * @param zone the supply's
     * @param amount what is paid back of what was overpaid
     */
    @By(Role.PLATFORM)
    @Command(namespace = "fund", name = "RefundLandPrice", version = "1")
    record RefundLandPrice(
            @Id String zone,
            @Id String supply,
            Money amount,
            @Nullable String reason,
            LocalDate occurredOn,
            List<Document> documents)
            implements FundCommand {}
}
