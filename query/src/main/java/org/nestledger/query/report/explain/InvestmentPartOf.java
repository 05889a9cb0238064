package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.measure.Period;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.report.explain.Evidence.Posted;

/**
 * The plans of the projects introduced in the period, or what was invested in the period, in all or of those that have
 * something in common.
 *
 * @param key what they have in common; empty where it is not known
 */
record InvestmentPartOf(By by, String key, boolean planned) implements Definition {

    /** What divides it into parts. */
    enum By {
        NOTHING,
        INDUSTRY,
        ORIGIN,
        /** That of the introduction, or of the investment. */
        MONTH
    }

    @Override
    public String formula() {
        return (planned
                        ? "plans, as they are at the report's date, of the projects introduced in the period"
                        : "invested in the period")
                + common();
    }

    /** What they have in common, in words. */
    String common() {
        return switch (by) {
            case NOTHING -> "";
            case INDUSTRY -> ", of projects of " + (key.isEmpty() ? "no known industry" : "the industry " + key);
            case ORIGIN -> ", of projects of " + (key.isEmpty() ? "no known origin" : "the origin " + key);
            case MONTH -> ", in " + key;
        };
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return Interest.about(ProjectEvent.class, OpeningProjectRecorded.class).test(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(Lookup.projects(Flow.INTRODUCE, Flow.INVEST));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        Descriptions descriptions = new Descriptions(inquiry.evidence());
        return inquiry.of(Counted.MONEY)
                .filter(this::has)
                .map(money -> planned ? plans(money, descriptions) : made(money, descriptions));
    }

    /** Whether the report can have such a part: its months are those of its period. */
    boolean has(Inquiry inquiry) {
        Period period = inquiry.asked().period().period();
        return by != By.MONTH
                || Stream.iterate(YearMonth.from(period.start()), month -> month.plusMonths(1))
                        .takeWhile(month -> !month.isAfter(YearMonth.from(period.end())))
                        .anyMatch(month -> month.toString().equals(key));
    }

    /** The introductions themselves. */
    Explanation introductions(Inquiry inquiry) {
        Descriptions descriptions = new Descriptions(inquiry.evidence());
        List<Entry> entries = introduced(inquiry, descriptions).entrySet().stream()
                .flatMap(project -> project.getValue().stream().map(posted -> Entry.of(posted, project.getKey())))
                .sorted(Comparator.comparingLong(Entry::position))
                .toList();
        return inquiry.sum(entries, reasons(entries, descriptions));
    }

    private Map<String, List<Posted>> introduced(Inquiry inquiry, Descriptions descriptions) {
        Map<String, List<Posted>> introduced = introduced(inquiry);
        introduced
                .entrySet()
                .removeIf(project -> !fits(project.getKey(), standingDay(project.getValue()), descriptions));
        return introduced;
    }

    private Explanation plans(Inquiry inquiry, Descriptions descriptions) {
        Map<String, List<Posted>> introduced = introduced(inquiry, descriptions);
        List<Entry> entries = inquiry.posted()
                .filter(posted -> posted.movement().to().account() == Account.INVESTMENT_PLANNED)
                .filter(posted -> introduced.containsKey(project(posted.movement())))
                .map(posted -> Entry.of(posted, project(posted.movement())))
                .toList();
        List<Entry> reasons = reasons(entries, descriptions);
        entries.stream()
                .map(entry -> String.valueOf(entry.entity()))
                .distinct()
                .forEach(project -> introduced
                        .getOrDefault(project, List.of())
                        .forEach(posted -> reasons.add(Entry.of(posted, project))));
        return inquiry.sum(entries, reasons);
    }

    /** By project; one that was introduced to other books before, and taken back, only by what stands. */
    private static Map<String, List<Posted>> introduced(Inquiry inquiry) {
        Map<Place, List<Posted>> books = inquiry.evidence()
                .movements(Flow.INTRODUCE)
                .filter(posted -> inquiry.covers(posted.movement().to().zone()))
                .filter(posted -> inquiry.inPeriod(posted.movement().occurredOn()))
                .collect(Collectors.groupingBy(
                        posted -> posted.movement().to(), LinkedHashMap::new, Collectors.toList()));
        books.values()
                .removeIf(of -> of.stream()
                                .mapToLong(posted -> posted.movement().amount())
                                .sum()
                        <= 0);
        Map<String, List<Posted>> introduced = new LinkedHashMap<>();
        books.values()
                .forEach(of -> introduced
                        .computeIfAbsent(project(of.getFirst().movement()), _ -> new ArrayList<>())
                        .addAll(of));
        return introduced;
    }

    /** Of the introduction that nothing of these takes back. */
    private static LocalDate standingDay(List<Posted> of) {
        Set<Long> reversed = new HashSet<>();
        for (Posted posted : of) {
            if (posted.recorded().payload() instanceof EntryReversed reversal) {
                reversed.add(reversal.reverses());
            }
        }
        return of.stream()
                .filter(posted -> posted.movement().amount() > 0)
                .filter(posted -> !reversed.contains(posted.recorded().position()))
                .map(posted -> posted.movement().occurredOn())
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .orElseThrow();
    }

    private Explanation made(Inquiry inquiry, Descriptions descriptions) {
        List<Entry> entries = inquiry.posted()
                .filter(posted -> posted.movement().flow() == Flow.INVEST)
                .filter(posted -> inquiry.covers(posted.movement().to().zone()))
                .filter(posted -> inquiry.inPeriod(posted.movement().occurredOn()))
                .filter(posted ->
                        fits(project(posted.movement()), posted.movement().occurredOn(), descriptions))
                .map(posted -> Entry.of(posted, project(posted.movement())))
                .toList();
        return inquiry.sum(entries, reasons(entries, descriptions));
    }

    private static String project(Movement movement) {
        return String.valueOf(movement.to().project());
    }

    private boolean fits(String project, LocalDate day, Descriptions descriptions) {
        return switch (by) {
            case NOTHING -> true;
            case INDUSTRY, ORIGIN ->
                Objects.requireNonNullElse(common(project, descriptions), "").equals(key);
            case MONTH -> YearMonth.from(day).toString().equals(key);
        };
    }

    private @Nullable String common(String project, Descriptions descriptions) {
        Function<Descriptions.Described, @Nullable String> of =
                by == By.INDUSTRY ? Descriptions.Described::industry : Descriptions.Described::origin;
        return descriptions.of(project).map(of).orElse(null);
    }

    /** What describes the projects of the entries. */
    private List<Entry> reasons(List<Entry> entries, Descriptions descriptions) {
        List<Entry> reasons = new ArrayList<>();
        if (by == By.INDUSTRY || by == By.ORIGIN) {
            entries.stream()
                    .map(entry -> String.valueOf(entry.entity()))
                    .distinct()
                    .flatMap(project -> descriptions.of(project).stream())
                    .forEach(described -> reasons.add(Entry.of(described.standing(), null, described.project())));
        }
        return reasons;
    }
}
