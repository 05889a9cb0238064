package org.nestledger.api.cli;

import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.catalogue.ReportType.Span;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The period of a report. */
final class PeriodOption {

    @Option(
            names = "--year",
            paramLabel = "YYYY",
            converter = Converters.Year.class,
            description = "The year; with --quarter a quarter of it.")
    @Nullable
    Integer year;

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

    /** @throws ParameterException when none is stated, or more than one */
    StatedPeriod stated() {
        try {
            return ReportPeriod.of(year, quarter, month);
        } catch (IllegalArgumentException unclear) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "The period is not clear: give --year, --year and --quarter from 1 to 4, or --month.",
                    unclear);
        }
    }

    /**
     * The period of a report, none of one of a day.
     *
     * @throws ParameterException when they do not state what a report of this span has
     */
    @Nullable
    StatedPeriod of(Span span) {
        return switch (span) {
            case PERIOD -> stated();
            case YEAR -> {
                none(quarter, month, "The report is of whole years: give --year alone.");
                yield stated();
            }
            case DAY -> {
                none(year == null ? quarter : year, month, "The report is of a day: give it with --as-of.");
                yield null;
            }
        };
    }

    private void none(@Nullable Integer number, @Nullable YearMonth other, String otherwise) {
        if (number != null || other != null) {
            throw new ParameterException(Objects.requireNonNull(command).commandLine(), otherwise);
        }
    }
}
