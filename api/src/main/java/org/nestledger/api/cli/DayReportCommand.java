package org.nestledger.api.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportMaker;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a report of a zone on a day. */
abstract class DayReportCommand<R extends Report> implements Callable<Integer> {

    @Mixin
    ReportOptions options = new ReportOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    private final ReportMaker<R> maker;

    DayReportCommand(ReportMaker<R> maker) {
        this.maker = maker;
    }

    @Override
    public Integer call() {
        options.print(
                Objects.requireNonNull(spec).commandLine().getOut(),
                reports -> reports.ofDay(options.zone, options.asOf, options.knownAt, maker));
        return 0;
    }
}
