package org.nestledger.api.cli;

import picocli.CommandLine.Option;

/** The year of a report. */
final class YearOption {

    @Option(
            names = "--year",
            paramLabel = "YYYY",
            required = true,
            converter = Converters.Year.class,
            description = "The year.")
    int year;
}
