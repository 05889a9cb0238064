package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.Objects;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Measure;
import org.nestledger.query.report.Measure.AmongZonesByLast;
import org.nestledger.query.report.Scope;

/**
 * Which figure is meant, as of which day, as known when.
 *
 * @param measure with its ending, such as {@code land.acquired.rank}
 * @param subject the zone or project
 * @param unit of the figure, which tells the currency
 * @param asOf nothing dated later counts
 * @param knownAt nothing recorded later counts
 */
public record Asked(String measure, String subject, StatedPeriod period, String unit, LocalDate asOf, long knownAt) {

    /** @param stated the report's period; a rank by the last days has one of its own */
    static Asked of(Figure figure, StatedPeriod stated, LocalDate asOf, long knownAt) {
        String text = Objects.requireNonNull(figure.period());
        StatedPeriod period = text.equals(stated.text()) ? stated : StatedPeriod.of(text);
        return new Asked(figure.measure(), figure.subject(), period, figure.unit(), asOf, knownAt);
    }

    /**
     * A figure of the annual report that this one follows from.
     *
     * @param name as the annual report has it
     */
    Asked annual(String name, String of, String inUnit, StatedPeriod stated, LocalDate day) {
        return new Asked(name, of, stated, inUnit, day, knownAt);
    }

    /** The period that a measure ranks by in another one: the last days up to a day where it ranks by these. */
    StatedPeriod ranking(Measure measure, StatedPeriod stated, LocalDate day) {
        return measure.ranking() instanceof AmongZonesByLast(int days)
                ? new Scope(subject, stated, day, knownAt).last(days).stated()
                : stated;
    }

    Asked in(String other) {
        return new Asked(measure, subject, period, other, asOf, knownAt);
    }

    Asked about(String other) {
        return new Asked(measure, other, period, unit, asOf, knownAt);
    }
}
