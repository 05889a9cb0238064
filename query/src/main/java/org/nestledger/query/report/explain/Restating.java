package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FrozenFigure;
import org.nestledger.query.report.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the figures of a closed period are with all that is known today. A reversal that came after the closing has a day of its
 * own, outside of the period that it restates; here it counts on the day of what it takes back.
 */
public final class Restating {

    private final JdbcClient database;
    private final EventLog log;
    private final Scope scope;
    private final long closed;
    private final Map<Long, LocalDate> reversals;
    private final Map<Long, RecordedEvent> redated = new LinkedHashMap<>();

    /**
     * @param scope of the report; its period has been closed
     * @param closed the position of the closing
     * @param reversals those after it that restate the period, by position, with the day of what they take back
     */
    public Restating(JdbcClient database, EventLog log, Scope scope, long closed, Map<Long, LocalDate> reversals) {
        this.database = database;
        this.log = log;
        this.scope = scope;
        this.closed = closed;
        this.reversals = Map.copyOf(reversals);
    }

    /** Whether one of the reversals is of an entry that can contribute to the figure. */
    public boolean mayRestate(Figure figure) {
        Predicate<LedgerEvent> interest = Interest.in(figure.measure());
        return redated().stream()
                .anyMatch(recorded -> recorded.payload() instanceof LedgerEvent event && interest.test(event));
    }

    /** A figure as it was at the closing beside what it is now, and the later entries that make the difference. */
    public FrozenFigure restated(Figure frozen) {
        Asked asked = Asked.of(frozen, scope.stated(), scope.period().end(), scope.knownAt());
        Meant meant = Meant.by(frozen.measure()).orElseThrow();
        List<RecordedEvent> records = new ArrayList<>(new Candidates(database, log, asked, meant).records());
        Optional<Explanation> then = Explainer.explain(asked, Evidence.of(records, asked.asOf(), closed));
        records.addAll(redated());
        Optional<Explanation> now = Explainer.explain(asked, Evidence.of(records, asked.asOf(), scope.knownAt()));
        Figure recounted = now.map(Recount::figure).orElse(null);
        return FrozenFigure.of(frozen, recounted, frozen.equals(recounted) ? List.of() : later(then, now));
    }

    /** What counts now and was recorded after the closing, and the reversals of what counted then. */
    private List<Long> later(Optional<Explanation> then, Optional<Explanation> now) {
        Set<Long> before = positions(then);
        Set<Long> later = new TreeSet<>(positions(now));
        later.removeIf(position -> position <= closed);
        redated.forEach((position, reversal) -> {
            if (reversal.payload() instanceof EntryReversed taken && before.contains(taken.reverses())) {
                later.add(position);
            }
        });
        return List.copyOf(later);
    }

    private static Set<Long> positions(Optional<Explanation> explained) {
        return explained.stream()
                .flatMap(each -> each.entries().stream())
                .map(Entry::position)
                .collect(Collectors.toSet());
    }

    private List<RecordedEvent> redated() {
        reversals.forEach((position, day) ->
                redated.computeIfAbsent(position, _ -> redated(log.at(position).orElseThrow(), day)));
        return List.copyOf(redated.values());
    }

    private static RecordedEvent redated(RecordedEvent recorded, LocalDate day) {
        return recorded.payload() instanceof EntryReversed reversal
                ? new RecordedEvent(
                        recorded.position(),
                        recorded.recordedAt(),
                        recorded.id(),
                        recorded.type(),
                        recorded.version(),
                        recorded.time(),
                        recorded.tags(),
                        recorded.metadata(),
                        new EntryReversed(
                                reversal.reverses(),
                                reversal.type(),
                                reversal.v(),
                                reversal.data(),
                                day,
                                reversal.restates(),
                                reversal.reason(),
                                reversal.documents()),
                        recorded.payloadVersion())
                : recorded;
    }
}
