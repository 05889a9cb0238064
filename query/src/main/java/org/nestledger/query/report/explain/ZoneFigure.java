package org.nestledger.query.report.explain;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.measure.Area;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.report.Measure;
import org.nestledger.query.report.Measure.IntervalOf;
import org.nestledger.query.report.Measure.NeedMet;
import org.nestledger.query.report.Measure.OfZones;
import org.nestledger.query.report.Measure.PlansOfIntroduced;
import org.nestledger.query.report.Measure.ProjectsStarted;
import org.nestledger.query.report.Measure.ProjectsSupplied;
import org.nestledger.query.report.Measure.QualifiedOfIntroduced;
import org.nestledger.query.report.Measure.ShareOf;
import org.nestledger.query.report.Measure.SumOf;
import org.nestledger.query.report.Measures;
import org.nestledger.query.report.explain.Evidence.Posted;
import org.nestledger.query.report.explain.Explanation.Distinct;
import org.nestledger.query.report.explain.Explanation.Interval;
import org.nestledger.query.report.explain.Explanation.Quotient;
import org.nestledger.query.report.explain.Explanation.Sum;

/** One measure of one zone, rolled up over its descendants. */
final class ZoneFigure {

    private final Evidence evidence;
    private final Measure measure;
    private final String subject;
    private final StatedPeriod period;
    private final LocalDate asOf;
    private final String unit;

    /** @param unit tells the currency, where there is one figure for each */
    ZoneFigure(Evidence evidence, Measure measure, String subject, StatedPeriod period, LocalDate asOf, String unit) {
        this.evidence = evidence;
        this.measure = measure;
        this.subject = subject;
        this.period = period;
        this.asOf = asOf;
        this.unit = unit;
    }

    /** None when there is nothing to divide by, and for a currency in which nothing is stated. */
    Optional<Explanation> explain() {
        if (!(measure.computation() instanceof OfZones computation)) {
            throw new IllegalArgumentException(measure.code() + " is no measure of zones");
        }
        return switch (computation) {
            case SumOf(Flow flow) -> Optional.of(sum(inPeriod(flow)));
            case PlansOfIntroduced _ -> Optional.<Explanation>of(plans()).filter(plans -> !Recount.isZero(plans));
            case QualifiedOfIntroduced _ -> Optional.of(qualified());
            case ProjectsSupplied _ -> Optional.of(distinct(supplied(), Flow.RESCIND));
            case ProjectsStarted(boolean reported) -> Optional.of(distinct(started(reported), null));
            case NeedMet _ -> needMet();
            case IntervalOf(String counted) ->
                another(counted)
                        .map(count -> new Interval(head(measure.unit(), measure.formula()), first(), last(), count));
            case ShareOf(String part, String whole) ->
                another(whole)
                        .map(all -> new Quotient(
                                head(measure.unit(), measure.formula()),
                                figure(part).explain().orElseThrow(),
                                all));
        };
    }

    private Head head(String ofUnit, String formula) {
        return new Head(measure.code(), subject, period.text(), ofUnit, formula);
    }

    private LocalDate first() {
        return period.period().start();
    }

    private LocalDate last() {
        return asOf.isBefore(period.period().end()) ? asOf : period.period().end();
    }

    private ZoneFigure figure(String code) {
        return new ZoneFigure(evidence, Measures.named(code), subject, period, asOf, unit);
    }

    /** Another measure of the same zone that something is divided by. */
    private Optional<Explanation> another(String code) {
        return figure(code)
                .explain()
                .filter(each -> Recount.value(each).numerator().signum() > 0);
    }

    private Stream<Posted> inPeriod(Flow... flows) {
        return evidence.movements(flows)
                .filter(posted -> evidence.within(posted.movement().to().zone(), subject))
                .filter(posted -> period.period().contains(posted.movement().occurredOn()));
    }

    private Explanation sum(Stream<Posted> movements) {
        List<Entry> entries = movements.map(posted -> Entry.of(posted, null)).toList();
        return new Sum(head(measure.unit(), measure.formula()), entries, null, basis(entries));
    }

    private Explanation distinct(Map<String, List<Posted>> projects, @Nullable Flow less) {
        List<Entry> entries = entries(projects);
        return new Distinct(head(measure.unit(), measure.formula()), entries, less, basis(entries));
    }

    /** The zones of the movements, where they are not the subject itself. */
    private List<Entry> basis(List<Entry> entries) {
        return evidence.designations(entries.stream()
                .flatMap(entry ->
                        entry.to() == null ? Stream.of() : Stream.of(entry.to().zone()))
                .filter(zone -> !zone.equals(subject)));
    }

    private static List<Entry> entries(Map<String, List<Posted>> projects) {
        List<Entry> entries = new ArrayList<>();
        projects.forEach((project, movements) -> movements.forEach(posted -> entries.add(Entry.of(posted, project))));
        return entries;
    }

    /** The movements of each project whose amounts are more than what is deducted. */
    private static Map<String, List<Posted>> byProject(Stream<Posted> movements, @Nullable Flow less) {
        Map<String, List<Posted>> projects = new LinkedHashMap<>();
        movements.forEach(posted -> projects.computeIfAbsent(
                        String.valueOf(posted.movement().to().project()), _ -> new ArrayList<>())
                .add(posted));
        Predicate<List<Posted>> positive = each -> each.stream()
                        .map(posted -> posted.movement().flow() == less
                                ? BigInteger.valueOf(posted.movement().amount()).negate()
                                : BigInteger.valueOf(posted.movement().amount()))
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .signum()
                > 0;
        projects.values().removeIf(positive.negate());
        return projects;
    }

    private Map<String, List<Posted>> introduced() {
        return byProject(inPeriod(Flow.INTRODUCE), null);
    }

    private Map<String, List<Posted>> supplied() {
        // what is taken back goes to the land bank, so that its project stands on the other side
        return byProject(inPeriod(Flow.SUPPLY, Flow.RESCIND), Flow.RESCIND);
    }

    private Map<String, List<Posted>> started(boolean reported) {
        return byProject(
                inPeriod(Flow.START)
                        .filter(posted -> isReported(posted.recorded().payload()) == reported),
                null);
    }

    private static boolean isReported(Object event) {
        return switch (event) {
            case EntryReversed reversal -> isReported(EventTypes.target(reversal));
            case ConstructionStarted started -> started.reported();
            default -> false;
        };
    }

    private Explanation plans() {
        List<Entry> entries = new ArrayList<>();
        Map<String, List<Posted>> introduced = introduced();
        Map<String, List<Posted>> plans = new LinkedHashMap<>();
        evidence.movements(Flow.PLEDGE, Flow.OPENING)
                .filter(posted -> posted.movement().to().account() == Account.INVESTMENT_PLANNED)
                .filter(posted -> posted.movement().unit().equals(unit))
                .forEach(posted -> plans.computeIfAbsent(
                                String.valueOf(posted.movement().to().project()), _ -> new ArrayList<>())
                        .add(posted));
        introduced.keySet().retainAll(plans.keySet());
        introduced.forEach((project, movements) -> {
            movements.forEach(posted -> entries.add(Entry.of(posted, project)));
            plans.getOrDefault(project, List.of()).forEach(posted -> entries.add(Entry.of(posted, project)));
        });
        return new Sum(head(unit, measure.formula()), entries, null, basis(entries));
    }

    private Explanation qualified() {
        Map<String, List<Posted>> introduced = introduced();
        Map<String, List<Entry>> recognised = new Descriptions(evidence).recognised(introduced.keySet(), asOf);
        introduced.keySet().retainAll(recognised.keySet());
        List<Entry> entries = new ArrayList<>(entries(introduced));
        introduced.keySet().forEach(project -> entries.addAll(recognised.getOrDefault(project, List.of())));
        return new Distinct(head(measure.unit(), measure.formula()), entries, null, basis(entries));
    }

    private Optional<Explanation> needMet() {
        Map<String, List<Posted>> supplied = supplied();
        Map<String, Entry> needs = new Descriptions(evidence).needs(supplied.keySet());
        supplied.keySet().retainAll(needs.keySet());
        if (needs.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> entries = entries(supplied);
        Explanation numerator = new Sum(
                head(Area.UNIT, "land supplied in the period less what was taken back"),
                entries,
                Flow.RESCIND,
                basis(entries));
        Explanation denominator = new Sum(
                head(Area.UNIT, "land that the same projects state to need"),
                List.copyOf(needs.values()),
                null,
                List.of());
        return Optional.of(new Quotient(head(measure.unit(), measure.formula()), numerator, denominator));
    }
}
