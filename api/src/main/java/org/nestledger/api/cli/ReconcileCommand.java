package org.nestledger.api.cli;

import org.nestledger.query.report.reconciliation.Reconciliation;
import org.nestledger.query.report.reconciliation.Reconciling;
import picocli.CommandLine.Command;

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
final class ReconcileCommand extends YearReportCommand<Reconciliation> {

    private static final int DIFFERS = 3;

    ReconcileCommand() {
        super(Reconciling::report);
    }

    @Override
    int status(Reconciliation report) {
        return report.differs() ? DIFFERS : 0;
    }
}
