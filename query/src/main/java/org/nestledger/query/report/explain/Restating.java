package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FrozenFigure;
import org.nestledger.query.report.ReportSources;
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
    private final int mostEvents;
    private final long closed;
    private final Map<Long, LocalDate> reversals;
    private final Map<Long, RecordedEvent> redated = new LinkedHashMap<>();

    /**
     * @param sources of the report; its period has been closed
     * @param closed the position of the closing
     * @param reversals those after it that restate the period, by position, with the day of what they take back
     */
    public Restating(ReportSources sources, long closed, Map<Long, LocalDate> reversals) {
        this.database = sources.database();
        this.log = sources.log();
        this.scope = sources.scope();
        this.mostEvents = sources.mostEvents();
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
        return compared(frozen, frozen, then).orElseThrow();
    }

    /**
     * The figures that there were not at the closing.
     *
     * @param then all that there were
     * @param now all that there are by the dates of the entries
     */
    public List<FrozenFigure> added(List<Figure> then, List<Figure> now) {
        Set<Figure> names = new LinkedHashSet<>();
        now.forEach(figure -> names.add(name(figure, figure.subject())));
        then.stream()
                .filter(figure -> meant(figure).ofProjects() && mayRestate(figure))
                .forEach(figure -> shown(figure).forEach(subject -> names.add(name(figure, subject))));
        then.forEach(figure -> names.remove(name(figure, figure.subject())));
        return names.stream()
                .flatMap(name -> compared(name, null, then).stream())
                .toList();
    }

    /** All of a figure that tells it from others. */
    private static Figure name(Figure figure, String subject) {
        return new Figure(figure.measure(), subject, figure.period(), "", figure.unit(), null);
    }

    private Optional<FrozenFigure> compared(Figure name, @Nullable Figure frozen, List<Figure> then) {
        List<String> shown = shown(name);
        Set<String> subjects = new LinkedHashSet<>(shown);
        then.stream()
                .filter(each -> each.measure().equals(name.measure()))
                .map(Figure::subject)
                .forEach(subjects::add);
        Map<String, Causes> causes = new LinkedHashMap<>();
        subjects.forEach(subject -> causes.put(subject, causes(name, subject)));
        Figure now = Optional.ofNullable(causes.get(name.subject()))
                .filter(_ -> shown.contains(name.subject()))
                .flatMap(Causes::now)
                .map(Recount::figure)
                .orElse(null);
        return frozen == null && now == null
                ? Optional.empty()
                : Optional.of(FrozenFigure.of(
                        frozen, now, Objects.equals(frozen, now) ? List.of() : Causes.of(causes.values())));
    }

    /** The subjects that there is such a figure of now. */
    private List<String> shown(Figure figure) {
        Meant meant = meant(figure);
        return meant.ofProjects() ? fastest(meant) : List.of(figure.subject());
    }

    private static Meant meant(Figure figure) {
        return Meant.by(figure.measure()).orElseThrow();
    }

    private List<String> fastest(Meant meant) {
        LocalDate end = scope.period().end();
        Asked asked = new Asked(
                meant.measure().code(),
                scope.zone(),
                scope.stated(),
                meant.measure().unit(),
                end,
                scope.knownAt());
        Evidence evidence = Evidence.of(records(asked), end, scope.knownAt());
        return new Durations(evidence, meant.measure(), scope.stated()).fastest(scope.zone());
    }

    private Causes causes(Figure figure, String subject) {
        Asked asked = Asked.of(figure, scope.stated(), scope.period().end(), scope.knownAt())
                .about(subject);
        return new Causes(asked, records(asked), closed);
    }

    private List<RecordedEvent> records(Asked asked) {
        List<RecordedEvent> records = new ArrayList<>(Candidates.records(database, log, asked, mostEvents));
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
                ? recorded.saying(new EntryReversed(
                        reversal.reverses(),
                        reversal.type(),
                        reversal.v(),
                        reversal.data(),
                        day,
                        reversal.restates(),
                        reversal.reason(),
                        reversal.documents()))
                : recorded;
    }
}
