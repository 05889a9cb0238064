package org.nestledger.api.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.reconciliation.Reconciliation;
import org.nestledger.query.report.reconciliation.Reconciling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ledger reconcile}. */
@Command(
        name = "reconcile",
        description =
                "Check the figures published about a zone's year against the ledger, now and as known on the day of"
                        + " publication.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every figure agrees, is a statement, or cannot be derived",
            "1:it failed",
            "2:the command line is wrong",
            "3:a figure differs; the report is printed"
        })
final class ReconcileCommand implements Callable<Integer> {

    private static final int DIFFERS = 3;

    @Mixin
    ReportOptions options = new ReportOptions();

    @Mixin
    YearOption year = new YearOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Reconciliation report = options.print(
                Objects.requireNonNull(spec).commandLine().getOut(),
                reports -> reports.ofYear(
                        options.zone, year.year, options.asOf, options.knownAt.value, Reconciling::report));
        return report.differs() ? DIFFERS : 0;
    }
}
