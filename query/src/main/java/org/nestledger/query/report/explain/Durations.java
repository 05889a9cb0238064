package org.nestledger.query.report.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.permit.PermitEvent;
import org.nestledger.core.permit.PermitEvent.PermitApplied;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PermitEvent.PermitRefused;
import org.nestledger.core.permit.PermitEvent.PermitRevoked;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.core.zone.ZoneKind;
import org.nestledger.query.report.Measure;
import org.nestledger.query.report.explain.Evidence.Standing;
import org.nestledger.query.report.explain.Explanation.Duration;

/** The days that projects took to get the four certificates. */
final class Durations {

    private static final Comparator<Outcome> FIRST_APPLIED = Comparator.comparing(
                    (Outcome outcome) -> String.valueOf(outcome.appliedOn()))
            .thenComparingLong(outcome -> outcome.states().recorded().position());

    private final Evidence evidence;
    private final Measure measure;
    private final StatedPeriod period;
    private final Map<String, Standing<LedgerEvent>> projects = new TreeMap<>();
    private final Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();

    /**
     * What became of an application.
     *
     * @param states the event that says when it was made
     * @param appliedOn absent of one that was refused
     * @param grant absent unless it stands
     * @param steps all that stand
     */
    private record Outcome(
            PermitKind kind,
            Standing<PermitEvent> states,
            @Nullable LocalDate appliedOn,
            @Nullable Standing<PermitEvent> grant,
            List<Standing<PermitEvent>> steps) {}

    Durations(Evidence evidence, Measure measure, StatedPeriod period) {
        this.evidence = evidence;
        this.measure = measure;
        this.period = period;
        evidence.standing(LedgerEvent.class).forEach(standing -> {
            switch (standing.event()) {
                case ProjectIntroduced e -> projects.put(e.project(), standing);
                case OpeningProjectRecorded e -> projects.put(e.project(), standing);
                default -> {}
            }
        });
        Map<String, List<Standing<PermitEvent>>> permits = new LinkedHashMap<>();
        evidence.standing(PermitEvent.class)
                .filter(standing ->
                        PermitKind.FOUR_CERTIFICATES.contains(standing.event().kind()))
                .forEach(standing -> permits.computeIfAbsent(standing.event().permit(), _ -> new ArrayList<>())
                        .add(standing));
        permits.values()
                .forEach(steps -> outcomes.computeIfAbsent(
                                steps.getLast().event().project(), _ -> new ArrayList<>())
                        .add(outcome(steps)));
    }

    private static Outcome outcome(List<Standing<PermitEvent>> steps) {
        Standing<PermitEvent> last = steps.stream().max(Evidence.LATER).orElseThrow();
        Standing<PermitEvent> grant = steps.stream()
                .filter(step -> step.event() instanceof PermitGranted)
                .max(Evidence.LATER)
                .orElse(null);
        PermitKind kind = last.event().kind();
        return switch (last.event()) {
            case PermitApplied applied -> new Outcome(kind, last, applied.occurredOn(), null, steps);
            case PermitGranted granted -> new Outcome(kind, last, granted.appliedOn(), last, steps);
            case PermitRefused _ -> new Outcome(kind, last, null, null, steps);
            case PermitRevoked _ ->
                grant != null && grant.event() instanceof PermitGranted granted
                        ? new Outcome(kind, grant, granted.appliedOn(), null, steps)
                        : new Outcome(kind, last, null, null, steps);
        };
    }

    /** None when the project has not all four, or its last one not in the period. */
    Optional<Duration> of(String project) {
        List<Outcome> own = outcomes.getOrDefault(project, List.of());
        Standing<LedgerEvent> introduction = projects.get(project);
        Optional<Outcome> first =
                own.stream().filter(outcome -> outcome.appliedOn() != null).min(FIRST_APPLIED);
        List<Entry> grants = grants(own);
        if (introduction == null || first.isEmpty() || grants.size() < PermitKind.FOUR_CERTIFICATES.size()) {
            return Optional.empty();
        }
        LocalDate last = grants.stream()
                .map(Entry::occurredOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Entry> basis = new ArrayList<>();
        basis.add(Entry.of(introduction, null, project));
        Entry application = application(first.get(), project, basis);
        return Optional.of(new Duration(
                        new Head(measure.code(), project, period.text(), measure.unit(), measure.formula()),
                        application,
                        grants,
                        basis))
                .filter(_ -> period.period().contains(last));
    }

    /** Of each kind the first grant that stands. */
    private static List<Entry> grants(List<Outcome> own) {
        Comparator<Standing<?>> earlier = Evidence.LATER;
        return PermitKind.FOUR_CERTIFICATES.stream()
                .flatMap(kind -> own.stream()
                        .filter(outcome -> outcome.kind() == kind)
                        .flatMap(outcome -> Optional.ofNullable(outcome.grant()).stream())
                        .min(earlier)
                        .stream())
                .map(grant -> Entry.of(grant, null, grant.event().permit()))
                .toList();
    }

    /** The application itself; where it is not recorded, what states its day, and what became of that. */
    private static Entry application(Outcome first, String project, List<Entry> basis) {
        Optional<Standing<PermitEvent>> applied = first.steps().stream()
                .filter(step -> step.event() instanceof PermitApplied
                        && step.event().occurredOn().equals(first.appliedOn()))
                .findFirst();
        if (applied.isEmpty()) {
            first.steps().stream()
                    .filter(step -> step.event() instanceof PermitRevoked)
                    .forEach(step -> basis.add(Entry.of(step, null, project)));
        }
        Standing<PermitEvent> states = applied.orElse(first.states());
        return Entry.of(states, null, states.event().permit());
    }

    /** The projects of a zone that took the fewest days; none when no project has all that is counted. */
    List<String> fastest(String zone) {
        NavigableMap<BigDecimal, List<String>> byDays = within(zone).stream()
                .collect(Collectors.groupingBy(
                        each -> Recount.value(each).numerator(),
                        TreeMap::new,
                        Collectors.mapping(each -> each.head().subject(), Collectors.toList())));
        return byDays.isEmpty() ? List.of() : byDays.firstEntry().getValue();
    }

    /** Those of the projects of a zone and its descendants. */
    List<Duration> within(String zone) {
        return projects.keySet().stream()
                .filter(project ->
                        zone(project).filter(own -> evidence.within(own, zone)).isPresent())
                .flatMap(project -> of(project).stream())
                .toList();
    }

    /** The zone that a project is in. */
    Optional<String> zone(String project) {
        return Optional.ofNullable(projects.get(project))
                .map(introduction -> introduction.event().zone());
    }

    /** Whether a project is in a zone or in one below it, as its introduction says by itself. */
    boolean isWithin(String project, String zone) {
        Standing<LedgerEvent> introduction = projects.get(project);
        return introduction != null
                && (introduction.event().zone().equals(zone)
                        || ancestors(introduction.event()).contains(zone));
    }

    private static List<String> ancestors(LedgerEvent introduction) {
        return switch (introduction) {
            case ProjectIntroduced e -> e.ancestors();
            case OpeningProjectRecorded e -> e.ancestors();
            default -> List.of();
        };
    }

    /** The nearest city above a project. */
    Optional<String> city(String project) {
        return zone(project)
                .flatMap(zone -> evidence.zones()
                        .filter(above -> above.kind() == ZoneKind.CITY && evidence.within(zone, above.zone()))
                        .max(Comparator.comparingInt(above -> above.ancestors().size()))
                        .map(above -> above.zone()));
    }

    /** Those of the projects of a city. */
    List<Explanation> ofCity(String city) {
        return projects.keySet().stream()
                .filter(project -> city(project).filter(city::equals).isPresent())
                .flatMap(project -> of(project).stream())
                .map(Explanation.class::cast)
                .toList();
    }
}
