package org.nestledger.core.quota;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Matter;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.SecondPerson;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Id;

/** What can be asked of the quota of a zone and year. Each needs a numbered document. */
public sealed interface QuotaCommand extends LedgerCommand {

    int year();

    Area area();

    LocalDate occurredOn();

    List<Document> documents();

    @By(Role.HEADQUARTERS)
    @SecondPerson(Matter.QUOTA)
    @Command(namespace = "quota", name = "GrantQuota", version = "1")
    record GrantQuota(@Id String zone, int year, Area area, LocalDate occurredOn, List<Document> documents)
            implements QuotaCommand {}

    /** From a zone to one of its descendants. */
    @By(Role.HEADQUARTERS)
    @SecondPerson(Matter.QUOTA)
    @Command(namespace = "quota", name = "AllocateQuota", version = "1")
    record AllocateQuota(
            @Id String zone, @Id String toZone, int year, Area area, LocalDate occurredOn, List<Document> documents)
            implements QuotaCommand {

        @Override
        public List<String> writesIn() {
            return List.of(zone, toZone);
        }
    }

    @By(Role.HEADQUARTERS)
    @SecondPerson(Matter.QUOTA)
    @Command(namespace = "quota", name = "RevokeQuota", version = "1")
    record RevokeQuota(@Id String zone, int year, Area area, LocalDate occurredOn, List<Document> documents)
            implements QuotaCommand {}

    @By(Role.HEADQUARTERS)
    @SecondPerson(Matter.QUOTA)
    @Command(namespace = "quota", name = "LapseQuota", version = "1")
    record LapseQuota(@Id String zone, int year, Area area, LocalDate occurredOn, List<Document> documents)
            implements QuotaCommand {}
}
