package org.nestledger.core.supply;

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

/** What can be asked of a supply. */
public sealed interface SupplyCommand extends LedgerCommand {

    /** @param zone the parcel's */
    @By(Role.COMMITTEE)
    @Command(namespace = "supply", name = "SupplyLand", version = "1")
    record SupplyLand(
            @Id String zone,
            @Id String parcel,
            @Id String project,
            @Id String supply,
            Area area,
            SupplyMethod method,
            String contractNumber,
            @Nullable Money price,
            List<Instalment> instalments,
            List<UseTerm> useTerms,
            @Nullable String floorAreaRatioMin,
            @Nullable String floorAreaRatioMax,
            @Nullable LocalDate agreedDelivery,
            @Nullable LocalDate agreedStart,
            @Nullable LocalDate agreedCompletion,
            LocalDate occurredOn,
            List<Document> documents)
            implements SupplyCommand {

        public SupplyTerms terms() {
            return new SupplyTerms(
                    method,
                    contractNumber,
                    price,
                    instalments,
                    useTerms,
                    floorAreaRatioMin,
                    floorAreaRatioMax,
                    agreedDelivery,
                    agreedStart,
                    agreedCompletion);
        }
    }

    /**
     * @param zone the parcel's
     * @param area what is taken back; all that is left when absent
     */
    @By(Role.COMMITTEE)
    @Command(namespace = "supply", name = "RescindSupply", version = "1")
    record RescindSupply(
            @Id String zone,
            @Id String supply,
            @Nullable Area area,
            @Nullable Money priceReduction,
            @Nullable String reason,
            LocalDate occurredOn,
            List<Document> documents)
            implements SupplyCommand {}
}
