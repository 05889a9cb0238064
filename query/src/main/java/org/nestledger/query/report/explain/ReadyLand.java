package org.nestledger.query.report.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.measure.Area;
import org.nestledger.core.opening.OpeningEvent.OpeningStockRecorded;
import org.nestledger.core.opening.UsedQuota;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.report.explain.Evidence.Posted;
import org.nestledger.query.report.explain.Evidence.Standing;

/**
 * The construction land of some zones, by families of parcels: a parcel and those that were split from it are one. Entries
 * that were taken back count for nothing.
 */
final class ReadyLand {

    /**
     * Land that became ready at once.
     *
     * @param existing whether it was construction land before
     * @param year of its approval; absent for existing land, and where it is not known
     */
    record Lot(Posted posted, boolean existing, @Nullable Integer year, long amount) {

        String zone() {
            return posted.movement().to().zone();
        }

        long position() {
            return posted.recorded().position();
        }

        Entry entry(long counted) {
            return Entry.of(posted, new Amount(counted, Area.UNIT), null);
        }
    }

    /** The order in which lots became ready. */
    static final Comparator<Lot> IN_ORDER = Comparator.comparing(
                    (Lot lot) -> lot.posted().movement().occurredOn())
            .thenComparingLong(Lot::position)
            .thenComparing(Lot::existing, Comparator.reverseOrder());

    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Map<String, ReadyFamily> families = new LinkedHashMap<>();

    private ReadyLand(List<Posted> moved) {
        moved.stream()
                .filter(posted -> posted.movement().flow() == Flow.SPLIT)
                .forEach(posted -> parents.put(
                        parcel(posted.movement().to()), parcel(posted.movement().from())));
        moved.forEach(this::add);
    }

    /** The families of the zones of a report, each with all that happened to it until the day. */
    static List<ReadyFamily> families(Inquiry inquiry) {
        List<Posted> moved = inquiry.evidence()
                .standing(LedgerEvent.class)
                .filter(each -> !(each.event() instanceof EntryReversed))
                .flatMap(ReadyLand::posted)
                .filter(posted -> isOf(posted.movement()))
                .filter(posted -> inquiry.covers(posted.movement().to().zone()))
                .toList();
        return List.copyOf(new ReadyLand(moved).families.values());
    }

    /** Whether a movement is of land that is ready. */
    static boolean isOf(Movement movement) {
        return movement.from().account() == Account.CONSTRUCTION_READY
                || movement.to().account() == Account.CONSTRUCTION_READY;
    }

    /** Whether it makes land ready that was not before. */
    static boolean isLot(Movement movement) {
        return switch (movement.flow()) {
            case OPENING, EXISTING, CONVERT -> movement.to().account() == Account.CONSTRUCTION_READY;
            default -> false;
        };
    }

    private static Stream<Posted> posted(Standing<LedgerEvent> standing) {
        return JournalRules.movements(standing.event()).stream()
                .map(movement -> new Posted(standing.recorded(), movement));
    }

    private void add(Posted posted) {
        Movement movement = posted.movement();
        Place place = movement.to().account() == Account.CONSTRUCTION_READY ? movement.to() : movement.from();
        ReadyFamily family = families.computeIfAbsent(root(parcel(place)), _ -> new ReadyFamily());
        if (isLot(movement)) {
            lots(posted).forEach(family::becameReady);
        } else {
            family.happened(posted);
        }
    }

    /** Opening stock is of two kinds. */
    private static List<Lot> lots(Posted posted) {
        Movement movement = posted.movement();
        if (posted.recorded().payload() instanceof OpeningStockRecorded stock) {
            UsedQuota used = stock.usedQuota();
            List<Lot> lots = new ArrayList<>();
            if (!stock.existing().isZero()) {
                lots.add(new Lot(posted, true, null, stock.existing().microMu()));
            }
            if (!stock.converted().isZero()) {
                Integer year = used == null ? null : used.year();
                lots.add(new Lot(posted, false, year, stock.converted().microMu()));
            }
            return lots;
        }
        boolean existing = movement.flow() == Flow.EXISTING;
        Integer year = existing ? null : movement.occurredOn().getYear();
        return List.of(new Lot(posted, existing, year, movement.amount()));
    }

    /** The parcel that it was split from in the end. */
    private String root(String parcel) {
        Set<String> passed = new HashSet<>();
        String root = parcel;
        for (String above = parents.get(parcel); above != null && passed.add(above); above = parents.get(above)) {
            root = above;
        }
        return root;
    }

    private static String parcel(Place place) {
        return Objects.requireNonNull(place.parcel());
    }
}
