package org.nestledger.core.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.claim.ClaimEvent;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.enterprise.EnterpriseEvent;
import org.nestledger.core.fund.FundEvent;
import org.nestledger.core.land.LandEvent;
import org.nestledger.core.opening.OpeningEvent;
import org.nestledger.core.permit.PermitEvent;
import org.nestledger.core.permit.PowerEvent;
import org.nestledger.core.portal.PortalEvent;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.quota.QuotaEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.service.ServiceEvent;
import org.nestledger.core.supply.SupplyEvent;
import org.nestledger.core.zone.ZoneEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Every event type by its stored name, and how data of each of its versions is read. */
public final class EventTypes {

    private static final List<Class<? extends LedgerEvent>> FEATURES = List.of(
            ZoneEvent.class,
            QuotaEvent.class,
            OpeningEvent.class,
            LandEvent.class,
            SupplyEvent.class,
            ProjectEvent.class,
            EnterpriseEvent.class,
            PermitEvent.class,
            PowerEvent.class,
            ServiceEvent.class,
            FundEvent.class,
            ClaimEvent.class,
            PortalEvent.class,
            EntryReversed.class);

    private static final Map<String, Class<? extends LedgerEvent>> BY_NAME = FEATURES.stream()
            .flatMap(EventTypes::records)
            .collect(Collectors.toUnmodifiableMap(EventName::of, Function.identity()));

    /** What reads the version of a type that is written today. */
    private record Current(int version, ObjectReader reader) {}

    private static final Map<String, Current> CURRENT = BY_NAME.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    known -> new Current(
                            EventName.version(known.getValue()),
                            LedgerJson.mapper().readerFor(known.getValue()))));

    private EventTypes() {}

    public static Map<String, Class<? extends LedgerEvent>> byName() {
        return BY_NAME;
    }

    /**
     * The event with this stored data, which may be of an earlier version of its type.
     *
     * @throws IllegalArgumentException when type or version is unknown or the data does not fit
     */
    public static LedgerEvent decode(String type, int version, JsonNode data) {
        Class<? extends LedgerEvent> known = known(type);
        int current = EventName.version(known);
        if (version < 1 || version > current) {
            throw new IllegalArgumentException("version " + version + " of \"" + type + "\" is not known");
        }
        try {
            JsonNode upcast = Upcasters.OF_THE_LEDGER.upcast(type, version, current, data);
            return LedgerJson.mapper().treeToValue(upcast, known);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(unreadable.getOriginalMessage(), unreadable);
        }
    }

    /**
     * The version in which new events of this type are written.
     *
     * @throws IllegalArgumentException when the type is unknown
     */
    public static int version(String type) {
        return EventName.version(known(type));
    }

    private static Class<? extends LedgerEvent> known(String type) {
        Class<? extends LedgerEvent> known = BY_NAME.get(type);
        if (known == null) {
            throw new IllegalArgumentException("no event type \"" + type + "\" is known");
        }
        return known;
    }

    /** The same from bytes; data of the current version is read without a tree between. */
    static LedgerEvent decode(String type, int version, byte[] json, int offset, int length) {
        try {
            Current current = CURRENT.get(type);
            return current != null && current.version() == version
                    ? current.reader().readValue(json, offset, length)
                    : decode(type, version, LedgerJson.mapper().readTree(json, offset, length));
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(unreadable.getOriginalMessage(), unreadable);
        }
    }

    /** The event that a reversal takes back. */
    public static LedgerEvent target(EntryReversed reversal) {
        return decode(reversal.type(), reversal.v(), reversal.data());
    }

    /** All tags under which an event is found, sorted; those of a reversal include its target's. */
    public static List<String> tags(LedgerEvent event) {
        Stream<String> inherited =
                event instanceof EntryReversed reversal ? target(reversal).tags().stream() : Stream.of();
        return Stream.concat(event.tags().stream(), inherited)
                .distinct()
                .sorted()
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends LedgerEvent>> records(Class<? extends LedgerEvent> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).map(c -> (Class<? extends LedgerEvent>) c)
                : Stream.of(type);
    }
}
