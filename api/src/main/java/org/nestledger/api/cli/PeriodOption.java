package org.nestledger.api.cli;

import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.ReportPeriod;
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
}
