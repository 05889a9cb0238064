package org.nestledger.core.enterprise;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.measure.Id;

/** What can be asked of an enterprise. */
public sealed interface EnterpriseCommand extends LedgerCommand {

    String enterprise();

    LocalDate occurredOn();

    List<Document> documents();

    /** @param enterprise its unified social credit code, or an assigned id */
    @By(Role.COMMITTEE)
    @Command(namespace = "enterprise", name = "RegisterEnterprise", version = "1")
    record RegisterEnterprise(
            @Id String zone,
            @Id String enterprise,
            String name,
            @Nullable String industry,
            @Nullable String origin,
            LocalDate occurredOn,
            List<Document> documents)
            implements EnterpriseCommand {}

    /**
     * In any zone; where the enterprise is registered the period must be open as well.
     *
     * @param occurredOn the first day of the recognition
     */
    @By(Role.COMMITTEE)
    @Command(namespace = "enterprise", name = "QualifyEnterprise", version = "1")
    record QualifyEnterprise(
            @Id String zone,
            @Id String enterprise,
            Qualification qualification,
            String certificate,
            @Nullable LocalDate validUntil,
            LocalDate occurredOn,
            List<Document> documents)
            implements EnterpriseCommand {}

    /**
     * In the zone where the enterprise is registered, in one above it, or in the one that recognised it last.
     *
     * @param occurredOn the first day without the recognition
     */
    @By(Role.COMMITTEE)
    @Command(namespace = "enterprise", name = "LapseQualification", version = "1")
    record LapseQualification(
            @Id String zone,
            @Id String enterprise,
            Qualification qualification,
            LocalDate occurredOn,
            List<Document> documents)
            implements EnterpriseCommand {}
}
