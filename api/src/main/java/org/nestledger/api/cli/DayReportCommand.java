package org.nestledger.api.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.catalogue.ReportType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a report of a zone on a day. */
@Command
final class DayReportCommand implements Callable<Integer> {

    @Mixin
    ReportOptions options = new ReportOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    private final ReportType<?> type;

    DayReportCommand(ReportType<?> type) {
        this.type = type;
    }

    @Override
    public Integer call() {
        options.print(
                Objects.requireNonNull(spec).commandLine().getOut(),
                reports -> reports.ofDay(options.zone, options.asOf, options.knownAt.value, type.maker()));
        return 0;
    }
}
