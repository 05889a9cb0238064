package org.nestledger.query.report.explain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.query.report.explain.Evidence.Posted;
import org.nestledger.query.report.explain.ReadyLand.Lot;

/**
 * The construction land of a parcel and those split from it, supplied in the order in which it became ready; what a survey
 * did not find any more is taken from what comes next in that order.
 */
final class ReadyFamily {

    /**
     * Where a lot went.
     *
     * @param supplied of it, less what was rescinded
     * @param gone of it: supplied or surveyed away
     */
    record Part(Lot lot, long supplied, long gone) {}

    private final List<Lot> lots = new ArrayList<>();
    private final List<Posted> uses = new ArrayList<>();
    private final List<Posted> splits = new ArrayList<>();

    void becameReady(Lot lot) {
        lots.add(lot);
    }

    /** @param posted other than what makes land ready */
    void happened(Posted posted) {
        if (posted.movement().flow() == Flow.SPLIT) {
            splits.add(posted);
        } else {
            uses.add(posted);
        }
    }

    /** In order. */
    List<Part> parts() {
        BigInteger supplied = used(Flow.SUPPLY_READY, Flow.RESCIND_READY);
        BigInteger gone = supplied.add(used(Flow.SURVEY));
        List<Part> parts = new ArrayList<>();
        BigInteger before = BigInteger.ZERO;
        for (Lot lot : queue()) {
            BigInteger amount = BigInteger.valueOf(lot.amount());
            parts.add(new Part(lot, taken(supplied.subtract(before), amount), taken(gone.subtract(before), amount)));
            before = before.add(amount);
        }
        return parts;
    }

    private List<Lot> queue() {
        return lots.stream().sorted(ReadyLand.IN_ORDER).toList();
    }

    private static long taken(BigInteger left, BigInteger amount) {
        return left.max(BigInteger.ZERO).min(amount).longValueExact();
    }

    /** What went by some flows, less what came by them. */
    private BigInteger used(Flow... flows) {
        List<Flow> counted = List.of(flows);
        return uses.stream()
                .map(Posted::movement)
                .filter(movement -> counted.contains(movement.flow()))
                .map(ReadyFamily::used)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger used(Movement movement) {
        BigInteger amount = BigInteger.valueOf(movement.amount());
        return movement.from().account() == Account.CONSTRUCTION_READY ? amount : amount.negate();
    }

    /** Why so much of some lots counts: what happened to the land, and the lots that came before the last of them. */
    Stream<Entry> reasons(List<Lot> counted) {
        if (uses.isEmpty()) {
            return Stream.of();
        }
        List<Lot> queue = queue();
        Stream<Entry> before = queue.subList(0, queue.indexOf(counted.getLast())).stream()
                .filter(lot -> !counted.contains(lot))
                .map(lot -> lot.entry(lot.amount()));
        Stream<Entry> happened = Stream.concat(uses.stream(), splits.stream()).map(posted -> Entry.of(posted, null));
        return Stream.concat(before, happened);
    }
}
