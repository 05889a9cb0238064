package org.nestledger.api.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportMaker;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a report of a zone and year. */
abstract class YearReportCommand<R extends Report> implements Callable<Integer> {

    @Mixin
    ReportOptions options = new ReportOptions();

    @Mixin
    YearOption year = new YearOption();

    @Spec
    @Nullable
    CommandSpec spec;

    private final ReportMaker<R> maker;

    YearReportCommand(ReportMaker<R> maker) {
        this.maker = maker;
    }

    @Override
    public Integer call() {
        R report = options.print(
                Objects.requireNonNull(spec).commandLine().getOut(),
                reports -> reports.ofYear(options.zone, year.year, options.asOf, options.knownAt, maker));
        return status(report);
    }

    int status(R report) {
        return 0;
    }
}
