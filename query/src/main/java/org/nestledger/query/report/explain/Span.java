package org.nestledger.query.report.explain;

import java.util.Optional;
import org.nestledger.query.report.ReportPeriod;

/** What the figures of a report can be of. */
enum Span {
    /** A year, a quarter or a month. */
    PERIOD,
    YEAR,
    DAY;

    /** Why no figure of such a report has this period; none where it can have it. */
    Optional<String> objection(Asked asked) {
        return switch (this) {
            case PERIOD ->
                unless(
                        ReportPeriod.isOfReports(asked.period()),
                        "it is a figure of a year, a quarter or a month, and not of " + text(asked));
            case YEAR ->
                unless(ReportPeriod.isYear(asked.period()), "it is a figure of a year, and not of " + text(asked));
            case DAY ->
                unless(
                        isOfItsDay(asked),
                        "it is a figure of the day %s as of which it is, and not of %s"
                                .formatted(asked.asOf(), text(asked)));
        };
    }

    static Optional<String> unless(boolean fits, String objection) {
        return fits ? Optional.empty() : Optional.of(objection);
    }

    private static String text(Asked asked) {
        return asked.period().text();
    }

    /** Earlier releases called the day by its year. */
    private static boolean isOfItsDay(Asked asked) {
        return asked.period().equals(ReportPeriod.day(asked.asOf()))
                || asked.period().equals(ReportPeriod.year(asked.asOf().getYear()));
    }
}
