package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.Measure;
import org.nestledger.query.report.Measure.AmongProjects;
import org.nestledger.query.report.Measure.AmongZones;
import org.nestledger.query.report.Measure.AmongZonesByLast;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.Unranked;
import org.nestledger.query.report.Measures;

/** What a figure's name says about a measure: its value, its place among others, or how many have a place. */
record Meant(Measure measure, Kind kind) {

    private static final String RANK = ".rank";
    private static final String RANKED = ".ranked";

    enum Kind {
        VALUE,
        RANK,
        RANKED
    }

    static Optional<Meant> by(String name) {
        return Measures.find(name)
                .map(measure -> new Meant(measure, Kind.VALUE))
                .or(() -> ranked(name, RANK, Kind.RANK))
                .or(() -> ranked(name, RANKED, Kind.RANKED));
    }

    /** The names of all figures of the annual report. */
    static List<String> names() {
        return Measures.all().stream()
                .flatMap(measure -> measure.ranking() instanceof Unranked
                        ? Stream.of(measure.code())
                        : Stream.of(measure.code(), measure.rankedAs() + RANK, measure.rankedAs() + RANKED))
                .toList();
    }

    private static Optional<Meant> ranked(String name, String ending, Kind kind) {
        return name.endsWith(ending)
                ? Measures.rankedAs(name.substring(0, name.length() - ending.length()))
                        .filter(measure -> !(measure.ranking() instanceof Unranked))
                        .map(measure -> new Meant(measure, kind))
                : Optional.empty();
    }

    /** Whether its subjects are projects; the report has only those of the fastest. */
    boolean ofProjects() {
        return measure.computation() instanceof FewestDays;
    }

    /** Why it cannot be of such a period: a place by the last days is of these, and all else of a period of reports. */
    Optional<String> objection(Asked asked) {
        if (kind != Kind.VALUE && measure.ranking() instanceof AmongZonesByLast) {
            StatedPeriod last = asked.ranking(measure, asked.period(), asked.asOf());
            return Span.unless(
                    last.equals(asked.period()),
                    "it is a figure of the " + last.text() + ", and not of "
                            + asked.period().text());
        }
        return Span.PERIOD.objection(asked);
    }

    String formula() {
        return switch (kind) {
            case VALUE -> measure.formula();
            case RANK ->
                "place among " + all() + ", " + (measure.fewestFirst() ? "fewest" : "highest")
                        + " first, equal values sharing a place, by: " + measure.formula();
            case RANKED -> "number of " + all() + ", by: " + measure.formula();
        };
    }

    private String all() {
        return switch (measure.ranking()) {
            case AmongZones _, AmongZonesByLast _ -> "the zones of kind ZONE in the province that have data";
            case AmongProjects _ -> "the projects of the city that have it";
            case Unranked _ -> throw new IllegalStateException(measure.code() + " ranks nothing");
        };
    }
}
