package org.nestledger.query.report.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.Precision;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.ReportSources;

/** Makes the reconciliation of a zone and year. */
public final class Reconciling {

    private static final String CLAIMS = SqlFile.beside(Reconciling.class, "claims.sql");
    private static final Duration LEAST = Duration.ofNanos(1_000);

    private final ReportSources sources;
    private final Map<Long, Judge> judges = new HashMap<>();

    private record Claim(
            Published published,
            ZoneId timeZone,
            @Nullable LocalDate retractedOn,
            @Nullable String reason) {}

    private Reconciling(ReportSources sources) {
        this.sources = sources;
    }

    public static Reconciliation report(ReportSources sources) {
        return new Reconciling(sources).report();
    }

    private Reconciliation report() {
        List<ReconciledFigure> figures = new ArrayList<>();
        List<RetractedFigure> retracted = new ArrayList<>();
        for (Claim claim : claims()) {
            if (claim.published().period().period().end().getYear() != sources.year()) {
                continue;
            }
            if (claim.retractedOn() == null) {
                figures.add(reconciled(claim.published(), claim.timeZone()));
            } else {
                retracted.add(new RetractedFigure(claim.published(), claim.retractedOn(), claim.reason()));
            }
        }
        return new Reconciliation(
                sources.scope().zone(), sources.year(), sources.scope().asOf(), sources.knownAt(), figures, retracted);
    }

    private ReconciledFigure reconciled(Published published, ZoneId timeZone) {
        LocalDate asOf = asOf(published);
        Judgement now = judge(sources.knownAt().position()).on(published, asOf);
        Judgement then = judge(knownOn(published.publishedOn(), timeZone)).on(published, asOf);
        return ReconciledFigure.of(published, asOf, now, then);
    }

    private Judge judge(long position) {
        return judges.computeIfAbsent(
                position,
                at -> new Judge(sources.database(), sources.positions().at(at)));
    }

    /** A figure says nothing of the days after the one up to which it speaks. */
    private LocalDate asOf(Published published) {
        LocalDate end = published.period().period().end();
        LocalDate last = published.statedOn().isBefore(end) ? published.statedOn() : end;
        LocalDate asked = sources.askedAsOf();
        return asked == null ? last : asked;
    }

    /** The last position of that day where the zone is, and no later one than the report knows. */
    private long knownOn(LocalDate day, ZoneId timeZone) {
        Instant end = day.plusDays(1).atStartOfDay(timeZone).toInstant().minus(LEAST);
        long then = sources.positions().of(KnownAt.instant(end));
        return Math.min(then, sources.knownAt().position());
    }

    private List<Claim> claims() {
        return sources.database()
                .sql(CLAIMS)
                .param("zone", sources.scope().zone())
                .param("knownAt", sources.knownAt().position())
                .query(Reconciling::claim)
                .list();
    }

    private static Claim claim(ResultSet row, int n) throws SQLException {
        Published published = new Published(
                row.getString("figure"),
                row.getString("zone"),
                row.getString("measure"),
                row.getString("subject"),
                StatedPeriod.of(row.getString("period")),
                row.getString("value"),
                row.getString("unit"),
                Precision.of(row.getString("precision")),
                row.getString("phrase"),
                row.getString("source"),
                Columns.date(row, "stated_on"),
                Columns.date(row, "published_on"));
        ZoneId timeZone = ZoneId.of(row.getString("time_zone"));
        return new Claim(published, timeZone, Columns.maybeDate(row, "retracted_on"), row.getString("reason"));
    }
}
