package org.nestledger.query.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.measure.Period;
import org.nestledger.query.movement.JournalQueries;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.zone.ZoneQueries;
import org.nestledger.query.zone.ZoneTarget;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports. Each figure is computed from the rows that its two dates admit. */
public final class Reports {

    private static final String PEERS = SqlFile.beside(Reports.class, "peers.sql");

    private final JdbcClient database;
    private final KnownPositions positions;

    public Reports(JdbcClient database, EventLog log) {
        this.database = database;
        this.positions = new KnownPositions(database, log);
    }

    /**
     * A zone's year, rolled up over its descendants.
     *
     * @param asOf the last business day that counts; the end of the year when absent
     */
    public Answer<AnnualReport> annual(String zone, int year, @Nullable LocalDate asOf, KnownAt knownAt) {
        long asked = positions.of(knownAt);
        long reached = positions.reached();
        if (asked > reached) {
            return new Answer.NotYetKnown<>(asked, reached);
        }
        Period period = Period.year(year);
        Scope scope = new Scope(zone, period, asOf == null ? period.end() : asOf, asked);
        return isKnown(scope)
                ? new Answer.Found<>(annual(year, scope, positions.at(asked)))
                : new Answer.UnknownZone<>(zone);
    }

    private AnnualReport annual(int year, Scope scope, KnownPosition knownAt) {
        Sections sections = new Sections(database, scope);
        return new AnnualReport(
                scope.zone(),
                year,
                scope.asOf(),
                knownAt,
                figures(scope, String.valueOf(year)),
                sections.byIndustry(),
                sections.byOrigin(),
                sections.byMonth(),
                new JournalQueries(database).ofZone(scope.zone(), scope.asOf(), scope.knownAt()),
                sections.flows(),
                sections.pipeline(),
                targets(year, scope));
    }

    private List<Figure> figures(Scope scope, String period) {
        List<String> peers = peers(scope.zone());
        Set<String> subjects = new LinkedHashSet<>(peers);
        subjects.add(scope.zone());
        Values values = new Values(database, scope, List.copyOf(subjects));
        Rankings rankings = new Rankings(values, peers);
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : Measures.all()) {
            figures.addAll(own(measure, values, scope.zone(), period));
            figures.addAll(rankings.figures(measure, scope.zone(), period));
        }
        return figures;
    }

    /** Amounts and counts are zero without data; quotients and amounts of no known currency have no value then. */
    private static List<Figure> own(Measure measure, Values values, String zone, String period) {
        List<Value> own = values.of(measure).get(zone);
        if (own != null) {
            return own.stream()
                    .map(value -> value.figure(measure.code(), zone, period))
                    .toList();
        }
        boolean hasZero = measure.computation() instanceof Measure.Query
                && !measure.unit().equals(Measures.CURRENCY);
        return hasZero
                ? List.of(Value.amount(BigDecimal.ZERO, measure.unit()).figure(measure.code(), zone, period))
                : List.of();
    }

    private List<String> peers(String zone) {
        return database.sql(PEERS)
                .param("zone", zone)
                .query((row, _) -> row.getString("zone"))
                .list();
    }

    /** What was set for this year and the next, by the report's date. */
    private List<ZoneTarget> targets(int year, Scope scope) {
        return new ZoneQueries(database)
                .targets(scope.zone(), scope.asOf(), scope.knownAt()).stream()
                        .filter(target -> target.year() == year || target.year() == year + 1)
                        .toList();
    }

    private boolean isKnown(Scope scope) {
        return database.sql(
                        "select exists (select from read.zone_designation where zone = :zone and position <= :knownAt)")
                .param("zone", scope.zone())
                .param("knownAt", scope.knownAt())
                .query(Boolean.class)
                .single();
    }
}
