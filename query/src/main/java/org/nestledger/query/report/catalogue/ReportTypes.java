package org.nestledger.query.report.catalogue;

import java.util.List;
import java.util.Optional;
import org.nestledger.query.report.Annual;
import org.nestledger.query.report.capital.Capital;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.reconciliation.Reconciling;
import org.nestledger.query.report.services.Services;
import org.nestledger.query.report.stages.Stages;
import org.nestledger.query.report.starts.LateStarts;

/** The table of reports. */
public final class ReportTypes {

    public static final ReportType<?> RECONCILIATION = new ReportType<>(
            "reconciliation",
            Span.YEAR,
            "The figures published about a zone's year against the ledger, now and as known on the day of publication.",
            Reconciling::report);

    private static final List<ReportType<?>> ALL = List.of(
            new ReportType<>(
                    "annual",
                    Span.PERIOD,
                    "A zone's year, quarter or month, rolled up over its descendants: every measure with its ranks.",
                    Annual::report),
            RECONCILIATION,
            new ReportType<>(
                    "capital",
                    Span.PERIOD,
                    "The land bank's money in a period: sources, costs, prices, payments, what came back, and unpaid"
                            + " instalments that are due.",
                    Capital::report),
            new ReportType<>(
                    "stages",
                    Span.DAY,
                    "Where the projects stand on a day, and what their supplies agreed against what was done.",
                    Stages::report),
            new ReportType<>(
                    "late-starts",
                    Span.DAY,
                    "The supplies whose projects have not started though the agreed day has passed: LATE, IDLE from day"
                            + " 366, RECOVERABLE from two years, or START_NOT_REPORTED.",
                    LateStarts::report),
            new ReportType<>(
                    "services",
                    Span.DAY,
                    "The service plans on a day: agreed, delivered, open and late.",
                    Services::report));

    private ReportTypes() {}

    public static List<ReportType<?>> all() {
        return ALL;
    }

    public static Optional<ReportType<?>> find(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
