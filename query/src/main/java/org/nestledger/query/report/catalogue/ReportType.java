package org.nestledger.query.report.catalogue;

import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportMaker;

/**
 * A report that can be asked for.
 *
 * @param name as it stands on the command line and in a URL: lower case, words joined by hyphens
 * @param description a sentence that says what it shows
 * @param answer what the maker makes
 */
public record ReportType<R extends Report>(
        String name, Span span, String description, ReportMaker<R> maker, Class<R> answer) {

    /** What a report looks at. */
    public enum Span {
        /** A year, quarter or month. */
        PERIOD,
        /** A year. */
        YEAR,
        /** What stands at the end of a day. */
        DAY
    }
}
