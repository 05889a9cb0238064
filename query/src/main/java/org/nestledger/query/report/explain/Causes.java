package org.nestledger.query.report.explain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nestledger.core.claim.ClaimEvent.FigurePublished;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;

/** A figure by what was known at two moments, and the entries recorded between them that make it another one. */
final class Causes {

    private final Asked asked;
    private final long from;
    private final List<RecordedEvent> later;
    private final Set<Long> then;
    private final Optional<Explanation> now;

    /**
     * @param asked of the later moment
     * @param records all that can contribute at either moment
     * @param from the last position that was known at the earlier one
     */
    Causes(Asked asked, Collection<RecordedEvent> records, long from) {
        this.asked = asked;
        this.from = from;
        this.later = records.stream().filter(this::isLater).toList();
        this.then = positions(Explainer.explain(asked, Evidence.of(records, asked.asOf(), from)));
        this.now = Explainer.explain(asked, Evidence.of(records, asked.asOf(), asked.knownAt()));
    }

    /** None when there is no such figure at the later moment. */
    Optional<Explanation> now() {
        return now;
    }

    /** The positions of what makes figures other ones; where nothing is found that does, of whatever might. */
    static List<Long> of(Collection<Causes> figures) {
        Set<Long> causes = new TreeSet<>();
        figures.forEach(each -> causes.addAll(each.found()));
        if (causes.isEmpty()) {
            figures.forEach(each -> causes.addAll(each.possible(_ -> true)));
        }
        return List.copyOf(causes);
    }

    /**
     * What contributes now, and the reversals of what contributed then. A lapse, an amendment or a revocation does not
     * contribute itself: where earlier entries count no more, or again, and no reversal says why, all that might is added.
     */
    private Set<Long> found() {
        Set<Long> causes = positions(now);
        Set<Long> unsaid = new TreeSet<>(then);
        unsaid.removeAll(causes);
        causes.stream()
                .filter(position -> position <= from && !then.contains(position))
                .forEach(unsaid::add);
        causes.removeIf(position -> position <= from);
        boolean takenBack = false;
        for (RecordedEvent each : later) {
            if (each.payload() instanceof EntryReversed reversal && then.contains(reversal.reverses())) {
                causes.add(each.position());
                unsaid.remove(reversal.reverses());
                takenBack = true;
            }
        }
        // Without one of its parts there is no such figure, for which the others count no more either.
        boolean gone = now.isEmpty() && takenBack;
        if (!gone && !unsaid.isEmpty()) {
            causes.addAll(possible(event -> !begins(event)));
        }
        return causes;
    }

    /** What comes new says nothing about what was there. */
    private static boolean begins(LedgerEvent event) {
        return event instanceof ZoneDesignated
                || event instanceof ProjectIntroduced
                || event instanceof OpeningProjectRecorded;
    }

    private Set<Long> possible(Predicate<LedgerEvent> wanted) {
        Predicate<LedgerEvent> interest = Interest.in(asked.measure()).and(wanted);
        return later.stream()
                .filter(each -> each.payload() instanceof LedgerEvent event && interest.test(event))
                .map(RecordedEvent::position)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A designation holds whatever its date is, and so does what was published. */
    private boolean isLater(RecordedEvent recorded) {
        return recorded.position() > from
                && recorded.position() <= asked.knownAt()
                && recorded.payload() instanceof LedgerEvent event
                && (event instanceof ZoneDesignated
                        || event instanceof FigurePublished
                        || !event.occurredOn().isAfter(asked.asOf()));
    }

    private static Set<Long> positions(Optional<Explanation> explained) {
        return explained.stream()
                .flatMap(each -> each.entries().stream())
                .map(Entry::position)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
