package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;
import org.nestledger.core.zone.ZoneKind;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.Measure;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.OfZones;
import org.nestledger.query.report.Measure.Total;
import org.nestledger.query.report.explain.Explanation.Rank;
import org.nestledger.query.report.explain.Explanation.Ranked;

/**
 * Finds what a figure is made of among some events: the definition of every measure over the log itself, beside the one
 * over the read models. Whatever contributes explains the figure alone as well: events that do not can be left out.
 */
public final class Explainer {

    private final Asked asked;
    private final Evidence evidence;

    private Explainer(Asked asked, Evidence evidence) {
        this.asked = asked;
        this.evidence = evidence;
    }

    /**
     * The explanation of a figure by this evidence; none when there is no such figure.
     *
     * @param evidence as far as the question's dates admit it
     */
    public static Optional<Explanation> explain(Asked asked, Evidence evidence) {
        return Definitions.of(asked.measure())
                .map(definition -> definition.explain(new Inquiry(asked, evidence, definition.formula())))
                .orElseGet(() -> Meant.by(asked.measure()).flatMap(new Explainer(asked, evidence)::explain));
    }

    /**
     * Whether there is a figure of this name, such as {@code land.acquired.rank}, or {@code
     * land/total/zhaoqing/land:serviced/SUPPLY} in the table of a report.
     */
    public static boolean knows(String figure) {
        return Definitions.of(figure).isPresent() || Meant.by(figure).isPresent();
    }

    /**
     * Why a figure of this name cannot be of such a period as of such a day, whatever the events are; none where it can.
     *
     * @return a clause
     */
    public static Optional<String> objection(Asked asked) {
        return Definitions.span(asked.measure())
                .map(span -> span.objection(asked))
                .orElseGet(() -> Meant.by(asked.measure()).flatMap(meant -> meant.objection(asked)));
    }

    private Optional<Explanation> explain(Meant meant) {
        return switch (meant.measure().computation()) {
            case OfZones _ -> ofZones(meant);
            case FewestDays _ -> ofProjects(meant);
        };
    }

    private Optional<Explanation> ofZones(Meant meant) {
        return switch (meant.kind()) {
            case VALUE -> zone(meant.measure(), asked.subject(), asked.unit());
            case RANK, RANKED -> placeOfZone(meant);
        };
    }

    private Optional<Explanation> zone(Measure measure, String subject, String unit) {
        return new ZoneFigure(evidence, measure, subject, asked.period(), asked.asOf(), unit).explain();
    }

    private Optional<Explanation> placeOfZone(Meant meant) {
        Measure measure = meant.measure();
        List<String> provinces = evidence.zones()
                .filter(zone -> zone.kind() == ZoneKind.PROVINCE && evidence.within(asked.subject(), zone.zone()))
                .map(ZoneDesignated::zone)
                .toList();
        List<Explanation> ranked = evidence.zones()
                .filter(zone -> zone.kind() == ZoneKind.ZONE)
                .map(ZoneDesignated::zone)
                .filter(zone -> provinces.stream().anyMatch(province -> evidence.within(zone, province)))
                .sorted()
                .flatMap(zone -> zone(measure, zone, measure.unit()).stream())
                .filter(own -> !(measure.computation() instanceof Total && Recount.isZero(own)))
                .toList();
        Stream<String> reasons = Stream.concat(
                provinces.stream(), ranked.stream().map(each -> each.head().subject()));
        return place(meant, ranked, evidence.designations(reasons));
    }

    private Optional<Explanation> ofProjects(Meant meant) {
        Durations durations = new Durations(evidence, meant.measure(), asked.period());
        return switch (meant.kind()) {
            case VALUE -> durations.of(asked.subject()).map(Explanation.class::cast);
            case RANK, RANKED ->
                durations.city(asked.subject()).flatMap(city -> {
                    List<Explanation> ranked = durations.ofCity(city);
                    Stream<String> zones = ranked.stream()
                            .flatMap(each -> durations.zone(each.head().subject()).stream());
                    return place(meant, ranked, evidence.designations(Stream.concat(Stream.of(city), zones)));
                });
        };
    }

    private Optional<Explanation> place(Meant meant, List<Explanation> ranked, List<Entry> reasons) {
        if (ranked.stream().noneMatch(each -> each.head().subject().equals(asked.subject()))) {
            return Optional.empty();
        }
        String unit = meant.kind() == Meant.Kind.RANK ? Amounts.RANK : Movement.COUNT;
        Head head = new Head(asked.measure(), asked.subject(), asked.period().text(), unit, meant.formula());
        return Optional.of(
                meant.kind() == Meant.Kind.RANK
                        ? new Rank(head, ranked, meant.measure().fewestFirst(), reasons)
                        : new Ranked(head, ranked, reasons));
    }
}
