package org.nestledger.core.land;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Id;
import org.nestledger.core.measure.Money;
import tools.jackson.databind.JsonNode;

/** What can be asked of a parcel. */
public sealed interface LandCommand extends LedgerCommand {

    String parcel();

    LocalDate occurredOn();

    List<Document> documents();

    @By(Role.PLATFORM)
    @Command(namespace = "land", name = "RegisterParcel", version = "1")
    record RegisterParcel(
            @Id String zone,
            @Id String parcel,
            Area area,
            @Nullable String name,
            @Nullable String use,
            @Nullable String location,
            @Nullable JsonNode boundary,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandCommand {}

    /** States what changes; what is absent stays. */
    @By(Role.PLATFORM)
    @Command(namespace = "land", name = "AmendParcel", version = "1")
    record AmendParcel(
            @Id String zone,
            @Id String parcel,
            @Nullable String name,
            @Nullable String use,
            @Nullable String location,
            @Nullable JsonNode boundary,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandCommand {}

    @By(Role.PLATFORM)
    @Command(namespace = "land", name = "SplitParcel", version = "1")
    record SplitParcel(
            @Id String zone,
            @Id String parcel,
            List<SplitChild> children,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandCommand {}

    /** @param existing the part that is construction land already; none when absent */
    @By(Role.PLATFORM)
    @Command(namespace = "land", name = "AcquireLand", version = "1")
    record AcquireLand(
            @Id String zone,
            @Id String parcel,
            Area area,
            @Nullable Area existing,
            @Nullable Money cost,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandCommand {}

    /** @param quotaZone the parcel's zone or an ancestor of it */
    @By(Role.PLATFORM)
    @Command(namespace = "land", name = "ConvertLand", version = "1")
    record ConvertLand(
            @Id String zone,
            @Id String parcel,
            Area area,
            @Id String quotaZone,
            int quotaYear,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandCommand {}

    @By(Role.PLATFORM)
    @Command(namespace = "land", name = "ServiceLand", version = "1")
    record ServiceLand(
            @Id String zone,
            @Id String parcel,
            Area area,
            @Nullable Money cost,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandCommand {}

    /** @param area the whole area that the survey found */
    @By(Role.PLATFORM)
    @Command(namespace = "land", name = "ResurveyParcel", version = "1")
    record ResurveyParcel(@Id String zone, @Id String parcel, Area area, LocalDate occurredOn, List<Document> documents)
            implements LandCommand {}
}
