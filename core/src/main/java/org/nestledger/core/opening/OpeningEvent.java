package org.nestledger.core.opening;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.core.quota.QuotaEvent;

/** What was there before. Nothing of the same parcel, project or quota account may be dated before it. */
public sealed interface OpeningEvent extends LedgerEvent {

    @Override
    default boolean reversible() {
        return true;
    }

    /**
     * The opening stock of a parcel.
     *
     * @param acquired acquired and not yet serviced
     * @param serviced acquired and serviced
     * @param existing construction land that never needed quota
     * @param converted approved for construction use
     * @param usedQuota which quota the converted part used, when it is to be shown as used
     */
    @Event(namespace = "opening", name = "OpeningStockRecorded", version = "2")
    record OpeningStockRecorded(
            String zone,
            String parcel,
            Area acquired,
            Area serviced,
            Area existing,
            Area converted,
            @Nullable UsedQuota usedQuota,
            LocalDate occurredOn,
            List<Document> documents)
            implements OpeningEvent {
        public OpeningStockRecorded {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of("parcel:" + parcel);
        }

        @Override
        public List<String> writesIn() {
            return usedQuota == null ? List.of(zone) : List.of(zone, usedQuota.zone());
        }

        @Override
        public List<String> replaces() {
            return List.of("opening:" + parcel);
        }
    }

    /**
     * A project that was introduced before the ledger began to follow it.
     *
     * @param ancestors of the zone, from the root down
     * @param holder the company behind it as text, when it is no registered enterprise
     * @param stage where it stood
     * @param landNeed unknown means no limit
     */
    @Event(namespace = "opening", name = "OpeningProjectRecorded", version = "1")
    record OpeningProjectRecorded(
            String zone,
            List<String> ancestors,
            String project,
            String name,
            @Nullable String enterprise,
            @Nullable String holder,
            @Nullable String industry,
            @Nullable String origin,
            ProjectStage stage,
            @Nullable Money plannedInvestment,
            @Nullable Area landNeed,
            LocalDate occurredOn,
            List<Document> documents)
            implements OpeningEvent {
        public OpeningProjectRecorded {
            ancestors = List.copyOf(ancestors);
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return enterprise == null
                    ? List.of("project:" + project)
                    : List.of("project:" + project, "enterprise:" + enterprise);
        }

        @Override
        public List<String> founds() {
            return List.of("project:" + project);
        }
    }

    /**
     * The quota of a zone and year that was available and used before.
     *
     * @param used by land of which no opening stock names this quota
     */
    @Event(namespace = "opening", name = "OpeningQuotaRecorded", version = "1")
    record OpeningQuotaRecorded(
            String zone, int year, Area available, Area used, LocalDate occurredOn, List<Document> documents)
            implements OpeningEvent {
        public OpeningQuotaRecorded {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(QuotaEvent.account(zone, year));
        }

        @Override
        public List<String> replaces() {
            return List.of("opening:" + zone + "/" + year);
        }
    }
}
