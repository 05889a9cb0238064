package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
        Causes causes = causes(frozen);
        Figure recounted = causes.now().map(Recount::figure).orElse(null);
        return FrozenFigure.of(frozen, recounted, frozen.equals(recounted) ? List.of() : Causes.of(List.of(causes)));
    }

    private Causes causes(Figure figure) {
        Asked asked = Asked.of(figure, scope.stated(), scope.period().end(), scope.knownAt());
        Meant meant = Meant.by(figure.measure()).orElseThrow();
        List<RecordedEvent> records = new ArrayList<>(new Candidates(database, log, asked, meant).records());
        records.addAll(redated());
        return new Causes(asked, records, closed);
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
