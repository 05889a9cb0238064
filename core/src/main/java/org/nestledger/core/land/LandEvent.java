package org.nestledger.core.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Posting;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.quota.QuotaEvent;
import tools.jackson.databind.JsonNode;

/** What happens to a parcel. */
public sealed interface LandEvent extends LedgerEvent {

    String parcel();

    static String tag(String parcel) {
        return "parcel:" + parcel;
    }

    @Override
    default List<String> tags() {
        return List.of(tag(parcel()));
    }

    @Override
    default boolean reversible() {
        return true;
    }

    /** @param boundary a GeoJSON Polygon or MultiPolygon, longitude before latitude */
    @Event(namespace = "land", name = "ParcelRegistered", version = "1")
    record ParcelRegistered(
            String zone,
            String parcel,
            Area area,
            @Nullable String name,
            @Nullable String use,
            @Nullable String location,
            @Nullable JsonNode boundary,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandEvent {
        public ParcelRegistered {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> founds() {
            return List.of(tag(parcel));
        }
    }

    /** What a parcel's description is after an amendment and was before it. */
    @Event(namespace = "land", name = "ParcelAmended", version = "1")
    record ParcelAmended(
            String zone,
            String parcel,
            ParcelDetails details,
            ParcelDetails previousDetails,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandEvent {
        public ParcelAmended {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of("details:" + parcel);
        }
    }

    /**
     * Parts of a parcel become parcels of their own; the rest, and all that is supplied, stays.
     *
     * @param postings what moves from the parent to each child
     */
    @Event(namespace = "land", name = "ParcelSplit", version = "1")
    record ParcelSplit(
            String zone,
            String parcel,
            Area previousArea,
            Area area,
            List<SplitChild> children,
            List<Posting> postings,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandEvent {
        public ParcelSplit {
            children = List.copyOf(children);
            postings = List.copyOf(postings);
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return Stream.concat(Stream.of(tag(parcel)), founds().stream()).toList();
        }

        /** The child of this id, when it is one of them. */
        Optional<SplitChild> child(String id) {
            return children.stream().filter(child -> child.parcel().equals(id)).findFirst();
        }

        @Override
        public List<String> founds() {
            return children.stream().map(child -> tag(child.parcel())).toList();
        }

        @Override
        public List<String> replaces() {
            return List.of("area:" + parcel);
        }
    }

    /**
     * Land is taken into the land bank.
     *
     * @param existing the part of it that is construction land already
     * @param cost unknown when absent
     */
    @Event(namespace = "land", name = "LandAcquired", version = "1")
    record LandAcquired(
            String zone,
            String parcel,
            Area area,
            Area existing,
            @Nullable Money cost,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandEvent {
        public LandAcquired {
            documents = List.copyOf(documents);
        }
    }

    /** Land is approved for construction use, which uses quota of a zone and year. */
    @Event(namespace = "land", name = "LandConverted", version = "1")
    record LandConverted(
            String zone,
            String parcel,
            Area area,
            String quotaZone,
            int quotaYear,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandEvent {
        public LandConverted {
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> tags() {
            return List.of(tag(parcel), QuotaEvent.account(quotaZone, quotaYear));
        }

        @Override
        public List<String> writesIn() {
            return List.of(zone, quotaZone);
        }
    }

    /** Land is levelled and connected. */
    @Event(namespace = "land", name = "LandServiced", version = "1")
    record LandServiced(
            String zone, String parcel, Area area, @Nullable Money cost, LocalDate occurredOn, List<Document> documents)
            implements LandEvent {
        public LandServiced {
            documents = List.copyOf(documents);
        }
    }

    /**
     * A new survey finds another area.
     *
     * @param postings where the difference was taken from or added to
     */
    @Event(namespace = "land", name = "ParcelResurveyed", version = "1")
    record ParcelResurveyed(
            String zone,
            String parcel,
            Area previousArea,
            Area area,
            List<Posting> postings,
            LocalDate occurredOn,
            List<Document> documents)
            implements LandEvent {
        public ParcelResurveyed {
            postings = List.copyOf(postings);
            documents = List.copyOf(documents);
        }

        @Override
        public List<String> replaces() {
            return List.of("area:" + parcel);
        }
    }
}
