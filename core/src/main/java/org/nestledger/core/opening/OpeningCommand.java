package org.nestledger.core.opening;

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
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Id;
import org.nestledger.core.measure.Money;
import org.nestledger.core.project.ProjectStage;

/** Recording what was there before: once for each parcel, project and quota account. */
public sealed interface OpeningCommand extends LedgerCommand {

    /**
     * The parcel is registered already. Amounts that are absent are zero.
     *
     * @param quotaZone with {@code quotaYear} the quota that the converted part used, which shows it as used from then on
     */
    @By(Role.HEADQUARTERS)
    @Command(namespace = "opening", name = "RecordOpeningStock", version = "1")
    record RecordOpeningStock(
            @Id String zone,
            @Id String parcel,
            @Nullable Area acquired,
            @Nullable Area serviced,
            @Nullable Area existing,
            @Nullable Area converted,
            @Id @Nullable String quotaZone,
            @Nullable Integer quotaYear,
            LocalDate occurredOn,
            List<Document> documents)
            implements OpeningCommand {}

    @By(Role.HEADQUARTERS)
    @Command(namespace = "opening", name = "RecordOpeningProject", version = "1")
    record RecordOpeningProject(
            @Id String zone,
            @Id String project,
            String name,
            @Id @Nullable String enterprise,
            @Nullable String holder,
            @Nullable String industry,
            @Nullable String origin,
            ProjectStage stage,
            @Nullable Money plannedInvestment,
            @Nullable Area landNeed,
            LocalDate occurredOn,
            List<Document> documents)
            implements OpeningCommand {}

    /**
     * The quota of a zone and year that was there before.
     *
     * @param used by land of which no opening stock names this quota: one that does adds what it used by itself
     */
    @By(Role.HEADQUARTERS)
    @SecondPerson(Matter.QUOTA)
    @Command(namespace = "opening", name = "RecordOpeningQuota", version = "1")
    record RecordOpeningQuota(
            @Id String zone, int year, Area available, Area used, LocalDate occurredOn, List<Document> documents)
            implements OpeningCommand {}
}
