package org.nestledger.api.rest;

import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.catalogue.ReportType.Span;

/** The parameters that state the period of a report. */
record AskedPeriod(
        @Nullable Year year,
        @Nullable Integer quarter,
        @Nullable YearMonth month) {

    /** @throws ProblemException when they do not state one that a report of this span can have */
    StatedPeriod stated(Span span) {
        if (year == null && month == null) {
            throw new ProblemException(
                    Problem.parameter("MISSING_PARAMETER", "The parameter \"year\" is missing.", "State it."));
        }
        if (span == Span.YEAR && (quarter != null || month != null)) {
            throw new ProblemException(
                    Problem.parameter("UNKNOWN_PARAMETER", "This report is of whole years.", "State a year alone."));
        }
        try {
            return ReportPeriod.of(year == null ? null : year.getValue(), quarter, month);
        } catch (IllegalArgumentException unclear) {
            throw new ProblemException(Problem.parameter(
                    "INVALID_PARAMETER", "The period is not clear.", "Please " + unclear.getMessage() + "."));
        }
    }

    /**
     * The period of a report, none of one of a day.
     *
     * @throws ProblemException when they do not state what a report of this span has
     */
    @Nullable
    StatedPeriod of(Span span) {
        if (span == Span.DAY) {
            none();
            return null;
        }
        return stated(span);
    }

    /** @throws ProblemException when one is stated: the report is of a day */
    void none() {
        if (year != null || quarter != null || month != null) {
            throw new ProblemException(Problem.parameter(
                    "UNKNOWN_PARAMETER",
                    "This report is of a day and has no year, quarter or month.",
                    "State the day with asOf."));
        }
    }
}
