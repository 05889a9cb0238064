package org.nestledger.api.cli;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.catalogue.ReportType.Span;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The period of a figure that is explained: a year, which stands before the measure, a quarter of it, or a month. */
final class ExplainedPeriod {

    @Option(names = "--quarter", paramLabel = "N", description = "The quarter of the year, 1 to 4.")
    @Nullable
    Integer quarter;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = Converters.Month.class,
            description = "The month, instead of a year.")
    @Nullable
    YearMonth month;

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    /**
     * The period.
     *
     * @param yearAndMeasure the measure, and before it the year, which a month needs not but may have
     * @throws ParameterException when they do not state one
     */
    StatedPeriod stated(List<String> yearAndMeasure) {
        if (yearAndMeasure.size() > 2) {
            throw wrong("There is more than a year and a figure: " + String.join(" ", yearAndMeasure) + ".", null);
        }
        Integer year = yearAndMeasure.size() == 1 ? null : year(yearAndMeasure.getFirst());
        boolean said = year != null && month != null && month.getYear() == year;
        try {
            return ReportPeriod.of(said ? null : year, quarter, month);
        } catch (IllegalArgumentException unclear) {
            throw wrong(
                    "The period is not clear: give the year before the figure, the same with --quarter from 1 to 4, or"
                            + " --month.",
                    unclear);
        }
    }

    /**
     * The period of a report of this span.
     *
     * @throws ParameterException also when it is a part of the year, and the report is of whole years
     */
    StatedPeriod stated(List<String> yearAndFigure, Span span) {
        if (span == Span.YEAR && (quarter != null || month != null)) {
            throw wrong("This report is of whole years: give the year before the figure, and nothing else.", null);
        }
        return stated(yearAndFigure);
    }

    private int year(String text) {
        try {
            return new Converters.Year().convert(text);
        } catch (TypeConversionException noYear) {
            throw wrong(String.valueOf(noYear.getMessage()), noYear);
        }
    }

    private ParameterException wrong(String sentence, @Nullable Exception cause) {
        ParameterException wrong =
                new ParameterException(Objects.requireNonNull(command).commandLine(), sentence);
        if (cause != null) {
            wrong.initCause(cause);
        }
        return wrong;
    }
}
