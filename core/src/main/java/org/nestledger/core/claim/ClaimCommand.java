package org.nestledger.core.claim;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Matter;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.SecondPerson;
import org.nestledger.core.measure.Id;

/** What can be asked of the figures that were stated in public. */
public sealed interface ClaimCommand extends LedgerCommand {

    String figure();

    /**
     * @param figure a new id
     * @param measure what it is a figure of, such as {@code land.acquired}; also one that the ledger cannot derive
     * @param subject what it is about: the zone, one within it, or a project of either
     * @param value a plain decimal; absent in a statement without a number
     * @param phrase the words that were used
     * @param source where it was published
     * @param statedOn the day up to which it speaks
     */
    @By(Role.HEADQUARTERS)
    @SecondPerson(Matter.PUBLICATION)
    @Command(namespace = "claim", name = "PublishFigure", version = "1")
    record PublishFigure(
            @Id String zone,
            @Id String figure,
            String measure,
            @Id String subject,
            StatedPeriod period,
            @Nullable String value,
            String unit,
            Precision precision,
            String phrase,
            String source,
            LocalDate statedOn,
            LocalDate publishedOn,
            List<Document> documents)
            implements ClaimCommand {}

    @By(Role.HEADQUARTERS)
    @SecondPerson(Matter.PUBLICATION)
    @Command(namespace = "claim", name = "RetractFigure", version = "1")
    record RetractFigure(
            @Id String zone, @Id String figure, String reason, LocalDate occurredOn, List<Document> documents)
            implements ClaimCommand {}
}
