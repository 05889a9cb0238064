package org.nestledger.api.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.catalogue.ReportType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a report of a zone and year, quarter or month. */
@Command
final class PeriodReportCommand implements Callable<Integer> {

    @Mixin
    ReportOptions options = new ReportOptions();

    @Mixin
    PeriodOption period = new PeriodOption();

    @Spec
    @Nullable
    CommandSpec spec;

    private final ReportType<?> type;

    PeriodReportCommand(ReportType<?> type) {
        this.type = type;
    }

    @Override
    public Integer call() {
        StatedPeriod stated = period.stated();
        options.print(
                Objects.requireNonNull(spec).commandLine().getOut(),
                reports -> reports.ofPeriod(options.zone, stated, options.asOf, options.knownAt.value, type.maker()));
        return 0;
    }
}
