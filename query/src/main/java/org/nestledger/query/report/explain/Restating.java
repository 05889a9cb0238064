package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * A figure as it was at the closing beside what it is now, and the later entries that make the difference. A project that
     * is not the fastest any more has no figure now, and is restated by what makes those of the others that are.
     *
     * @param then all that there were at the closing
     */
    public FrozenFigure restated(Figure frozen, List<Figure> then) {
        Meant meant = Meant.by(frozen.measure()).orElseThrow();
        List<String> shown = meant.ofProjects() ? fastest(meant) : List.of(frozen.subject());
        Causes own = causes(frozen, frozen.subject());
        Figure recounted = own.now()
                .filter(_ -> shown.contains(frozen.subject()))
                .map(Recount::figure)
                .orElse(null);
        return FrozenFigure.of(
                frozen, recounted, frozen.equals(recounted) ? List.of() : Causes.of(of(frozen, then, shown)));
    }

    /** Those of a figure and of all that have it at either moment. */
    private List<Causes> of(Figure figure, List<Figure> then, List<String> shown) {
        Set<String> subjects = new LinkedHashSet<>(shown);
        then.stream()
                .filter(each -> each.measure().equals(figure.measure()))
                .map(Figure::subject)
                .forEach(subjects::add);
        return subjects.stream().map(subject -> causes(figure, subject)).toList();
    }

    private List<String> fastest(Meant meant) {
        LocalDate end = scope.period().end();
        Meant value = new Meant(meant.measure(), Meant.Kind.VALUE);
        Asked asked = new Asked(
                meant.measure().code(), scope.zone(), scope.stated(), meant.measure().unit(), end, scope.knownAt());
        Evidence evidence = Evidence.of(records(asked, value), end, scope.knownAt());
        return new Durations(evidence, meant.measure(), scope.stated()).fastest(scope.zone());
    }

    private Causes causes(Figure figure, String subject) {
        Asked asked = Asked.of(figure, scope.stated(), scope.period().end(), scope.knownAt())
                .about(subject);
        return new Causes(asked, records(asked, Meant.by(figure.measure()).orElseThrow()), closed);
    }

    private List<RecordedEvent> records(Asked asked, Meant meant) {
        List<RecordedEvent> records = new ArrayList<>(new Candidates(database, log, asked, meant).records());
        records.addAll(redated());
        return records;
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
