package org.nestledger.core.zone;

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
import org.nestledger.core.measure.Quantity;

/** What can be asked of a zone itself. */
public sealed interface ZoneCommand extends LedgerCommand {

    @By(Role.HEADQUARTERS)
    @Command(namespace = "zone", name = "DesignateZone", version = "1")
    record DesignateZone(
            @Id String zone,
            ZoneKind kind,
            String name,
            @Id @Nullable String parent,
            @Nullable String timeZone,
            LocalDate occurredOn,
            List<Document> documents)
            implements ZoneCommand {}

    @By(Role.HEADQUARTERS)
    @Command(namespace = "zone", name = "AmendZone", version = "1")
    record AmendZone(@Id String zone, String name, LocalDate occurredOn, List<Document> documents)
            implements ZoneCommand {}

    @By(Role.HEADQUARTERS)
    @Command(namespace = "zone", name = "SetTarget", version = "1")
    record SetTarget(
            @Id String zone, String measure, int year, Quantity target, LocalDate occurredOn, List<Document> documents)
            implements ZoneCommand {}

    /** Closes the books of the zone and of all its descendants through a past date. */
    @By(Role.HEADQUARTERS)
    @Command(namespace = "zone", name = "ClosePeriod", version = "1")
    record ClosePeriod(@Id String zone, LocalDate through, List<Document> documents) implements ZoneCommand {}

    /**
     * Has two people agree in these matters from now on, and in no other.
     *
     * @param matters empty when one person is enough for everything
     */
    @By(Role.HEADQUARTERS)
    @SecondPerson({Matter.QUOTA, Matter.REVERSAL, Matter.PUBLICATION})
    @Command(namespace = "zone", name = "RequireApproval", version = "1")
    record RequireApproval(@Id String zone, List<Matter> matters, LocalDate occurredOn, List<Document> documents)
            implements ZoneCommand {}
}
