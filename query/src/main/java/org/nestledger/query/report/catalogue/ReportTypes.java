package org.nestledger.query.report.catalogue;

import java.util.List;
import java.util.Optional;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.approved.ApprovedNotSupplied;
import org.nestledger.query.report.approved.ApprovedNotSuppliedReport;
import org.nestledger.query.report.capital.Capital;
import org.nestledger.query.report.capital.CapitalReport;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.closing.ClosedBooks;
import org.nestledger.query.report.closing.Closings;
import org.nestledger.query.report.closing.ClosingsReport;
import org.nestledger.query.report.durations.PermitDurations;
import org.nestledger.query.report.durations.PermitDurationsReport;
import org.nestledger.query.report.investment.Investment;
import org.nestledger.query.report.investment.InvestmentReport;
import org.nestledger.query.report.land.Land;
import org.nestledger.query.report.land.LandReport;
import org.nestledger.query.report.pipeline.Pipeline;
import org.nestledger.query.report.pipeline.PipelineReport;
import org.nestledger.query.report.quota.Quota;
import org.nestledger.query.report.quota.QuotaReport;
import org.nestledger.query.report.ranks.Ranks;
import org.nestledger.query.report.ranks.RanksReport;
import org.nestledger.query.report.reconciliation.Reconciliation;
import org.nestledger.query.report.reconciliation.Reconciling;
import org.nestledger.query.report.recording.LateRecording;
import org.nestledger.query.report.recording.LateRecordingReport;
import org.nestledger.query.report.reversals.Reversals;
import org.nestledger.query.report.reversals.ReversalsReport;
import org.nestledger.query.report.services.Services;
import org.nestledger.query.report.services.ServicesReport;
import org.nestledger.query.report.stages.Stages;
import org.nestledger.query.report.stages.StagesReport;
import org.nestledger.query.report.starts.LateStarts;
import org.nestledger.query.report.starts.LateStartsReport;
import org.nestledger.query.report.targets.Targets;
import org.nestledger.query.report.targets.TargetsReport;
import org.nestledger.query.report.unsupported.Unsupported;
import org.nestledger.query.report.unsupported.UnsupportedReport;

/** The table of reports. */
public final class ReportTypes {

    public static final ReportType<?> ANNUAL = new ReportType<>(
            "annual",
            Span.PERIOD,
            "A zone's year, quarter or month, rolled up over its descendants: every measure with its ranks.",
            ClosedBooks::annual,
            AnnualReport.class);

    public static final ReportType<?> RECONCILIATION = new ReportType<>(
            "reconciliation",
            Span.YEAR,
            "The figures published about a zone's year against the ledger, now and as known on the day of publication.",
            Reconciling::report,
            Reconciliation.class);

    private static final List<ReportType<?>> ALL = List.of(
            ANNUAL,
            RECONCILIATION,
            new ReportType<>(
                    "capital",
                    Span.PERIOD,
                    "The land bank's money in a period: sources, costs, prices, payments, what came back, and unpaid"
                            + " instalments that are due.",
                    Capital::report,
                    CapitalReport.class),
            new ReportType<>(
                    "land",
                    Span.PERIOD,
                    "The land and construction accounts in a period, in total and per zone: opening, flows, closing.",
                    Land::report,
                    LandReport.class),
            new ReportType<>(
                    "quota",
                    Span.PERIOD,
                    "The quota in a period by quota year, in total and per zone: granted, allocated, used, lapsed,"
                            + " revoked, available, and what expires.",
                    Quota::report,
                    QuotaReport.class),
            new ReportType<>(
                    "pipeline",
                    Span.PERIOD,
                    "The projects per stage at the end of a period, their moves between stages in it, and their"
                            + " investment.",
                    Pipeline::report,
                    PipelineReport.class),
            new ReportType<>(
                    "investment",
                    Span.PERIOD,
                    "Planned and made investment in a period by industry, origin and month, and per mu of land.",
                    Investment::report,
                    InvestmentReport.class),
            new ReportType<>(
                    "permit-durations",
                    Span.PERIOD,
                    "The days from application to grant of the permits granted in a period: per kind, per delegated"
                            + " power and external authority, and the fastest four certificates.",
                    PermitDurations::report,
                    PermitDurationsReport.class),
            new ReportType<>(
                    "targets",
                    Span.PERIOD,
                    "The targets of a year against what was reached from its start to the end of the period.",
                    Targets::report,
                    TargetsReport.class),
            new ReportType<>(
                    "ranks",
                    Span.PERIOD,
                    "Everybody who is ranked in a period, by each measure that ranks, with value and rank.",
                    Ranks::report,
                    RanksReport.class),
            new ReportType<>(
                    "stages",
                    Span.DAY,
                    "Where the projects stand on a day, and what their supplies agreed against what was done.",
                    Stages::report,
                    StagesReport.class),
            new ReportType<>(
                    "late-starts",
                    Span.DAY,
                    "The supplies whose projects have not started though the agreed day has passed: LATE, IDLE from day"
                            + " 366, RECOVERABLE from two years, or START_NOT_REPORTED.",
                    LateStarts::report,
                    LateStartsReport.class),
            new ReportType<>(
                    "services",
                    Span.DAY,
                    "The service plans on a day: agreed, delivered, open and late.",
                    Services::report,
                    ServicesReport.class),
            new ReportType<>(
                    "approved-not-supplied",
                    Span.DAY,
                    "The land that is approved for construction and not supplied on a day, by year of approval and"
                            + " zone.",
                    ApprovedNotSupplied::report,
                    ApprovedNotSuppliedReport.class),
            new ReportType<>(
                    "unsupported",
                    Span.PERIOD,
                    "The entries of a period that state no document, by type and actor.",
                    Unsupported::report,
                    UnsupportedReport.class),
            new ReportType<>(
                    "late-recording",
                    Span.PERIOD,
                    "How many days after their day the entries of a period were recorded: median, 90 of a hundred, the"
                            + " longest.",
                    LateRecording::report,
                    LateRecordingReport.class),
            new ReportType<>(
                    "reversals",
                    Span.PERIOD,
                    "What was taken back in a period, and how much of what each actor recorded.",
                    Reversals::report,
                    ReversalsReport.class),
            new ReportType<>(
                    "closings",
                    Span.DAY,
                    "The closings of the books until a day: name, last day, position, and the checkpoint that covers"
                            + " it.",
                    Closings::report,
                    ClosingsReport.class));

    private ReportTypes() {}

    public static List<ReportType<?>> all() {
        return ALL;
    }

    public static Optional<ReportType<?>> find(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
