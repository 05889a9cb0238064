package org.nestledger.query.report.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.measure.Area;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.supply.SupplyEvent;
import org.nestledger.query.report.explain.Evidence.Posted;
import org.nestledger.query.report.explain.Explanation.Proportion;
import org.nestledger.query.report.explain.Explanation.Sum;

/**
 * The plans of the projects supplied in the period, or what was invested in them, for each mu that they hold.
 *
 * @param planned which of the two
 */
record InvestmentPerMu(boolean planned) implements Definition {

    @Override
    public String formula() {
        return (planned ? "plans" : "investment until the report's date")
                + " of the projects that were supplied with more in the period than was taken back, for each mu that they hold"
                + " by then";
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return Interest.about(ProjectEvent.class, OpeningProjectRecorded.class, SupplyEvent.class)
                .test(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(Lookup.projects(Flow.SUPPLY, Flow.RESCIND));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return FigureUnits.currencyPerMu(inquiry.asked().unit()).flatMap(currency -> perMu(inquiry, currency));
    }

    private Optional<Explanation> perMu(Inquiry inquiry, String currency) {
        Map<String, List<Posted>> held = held(inquiry);
        Map<String, List<Posted>> plans = invested(inquiry, held, Account.INVESTMENT_PLANNED);
        Map<String, List<Posted>> made = invested(inquiry, held, Account.INVESTMENT_MADE);
        held.keySet().removeIf(project -> !stands(project, currency, plans, made));
        List<Entry> investment = entries(held, planned ? plans : made, currency);
        List<Entry> land = land(held);
        if (land.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> reasons = new ArrayList<>();
        if (!planned) {
            Set<Entry> counted = Set.copyOf(investment);
            Stream.of(plans, made)
                    .flatMap(some -> held.keySet().stream()
                            .flatMap(project -> some.getOrDefault(project, List.of()).stream()
                                    .map(posted -> Entry.of(posted, project))))
                    .filter(entry -> !counted.contains(entry))
                    .forEach(reasons::add);
        }
        return Optional.of(new Proportion(
                inquiry.head(),
                new Sum(inquiry.head(currency, "investment"), investment, null, inquiry.basis(investment, reasons)),
                new Sum(inquiry.head(Area.UNIT, "land held"), land, null, inquiry.basis(land, List.of()))));
    }

    /** The supplies of the projects that were supplied in the period and hold land, and what was taken back of it. */
    private static Map<String, List<Posted>> held(Inquiry inquiry) {
        Map<String, List<Posted>> inPeriod = supplies(
                inquiry,
                posted -> inquiry.covers(posted.movement().to().zone())
                        && inquiry.inPeriod(posted.movement().occurredOn()));
        Map<String, List<Posted>> held = supplies(inquiry, _ -> true);
        held.keySet().retainAll(inPeriod.keySet());
        return held;
    }

    private static Map<String, List<Posted>> supplies(Inquiry inquiry, Predicate<Posted> which) {
        Map<String, List<Posted>> supplies = byProject(
                inquiry.evidence().movements(Flow.SUPPLY, Flow.RESCIND).filter(which));
        supplies.values()
                .removeIf(of -> of.stream()
                                .mapToLong(posted ->
                                        sign(posted) * posted.movement().amount())
                                .sum()
                        <= 0);
        return supplies;
    }

    private static int sign(Posted posted) {
        return posted.movement().flow() == Flow.RESCIND ? -1 : 1;
    }

    private static Map<String, List<Posted>> invested(
            Inquiry inquiry, Map<String, List<Posted>> held, Account account) {
        return byProject(inquiry.evidence()
                .movements()
                .filter(posted -> posted.movement().to().account() == account)
                .filter(posted ->
                        held.containsKey(String.valueOf(posted.movement().to().project()))));
    }

    private static Map<String, List<Posted>> byProject(Stream<Posted> movements) {
        Map<String, List<Posted>> projects = new LinkedHashMap<>();
        movements.forEach(posted -> projects.computeIfAbsent(
                        String.valueOf(posted.movement().to().project()), _ -> new ArrayList<>())
                .add(posted));
        return projects;
    }

    /** One that plans in the currency; of what is made also one that invested in it, or did neither in any currency. */
    private boolean stands(
            String project, String currency, Map<String, List<Posted>> plans, Map<String, List<Posted>> made) {
        List<Posted> planned = plans.getOrDefault(project, List.of());
        List<Posted> invested = made.getOrDefault(project, List.of());
        boolean plansIt = positive(planned, currency);
        if (planned()) {
            return plansIt;
        }
        boolean nothing = Stream.concat(planned.stream(), invested.stream())
                .map(posted -> posted.movement().unit())
                .distinct()
                .noneMatch(unit -> positive(planned, unit) || positive(invested, unit));
        return plansIt || positive(invested, currency) || nothing;
    }

    private static boolean positive(List<Posted> some, String currency) {
        return some.stream()
                        .filter(posted -> posted.movement().unit().equals(currency))
                        .mapToLong(posted -> posted.movement().amount())
                        .sum()
                > 0;
    }

    private static List<Entry> entries(
            Map<String, List<Posted>> held, Map<String, List<Posted>> some, String currency) {
        return held.keySet().stream()
                .flatMap(project -> some.getOrDefault(project, List.of()).stream()
                        .filter(posted -> posted.movement().unit().equals(currency))
                        .map(posted -> Entry.of(posted, project)))
                .toList();
    }

    private static List<Entry> land(Map<String, List<Posted>> held) {
        List<Entry> land = new ArrayList<>();
        held.forEach((project, some) -> some.forEach(posted -> land.add(Inquiry.entry(posted, sign(posted), project))));
        return land;
    }
}
