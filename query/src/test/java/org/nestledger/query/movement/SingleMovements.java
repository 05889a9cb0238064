package org.nestledger.query.movement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.nestledger.core.measure.Period;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.FlowTotal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What single movements add up to, by statements that know of nothing else. */
final class SingleMovements {

    private static final Map<String, String> FLOWS = Map.of(
            "projects.introduced",
            "INTRODUCE",
            "land.acquired",
            "ACQUIRE",
            "quota.granted",
            "QUOTA_GRANT",
            "land.supplied",
            "SUPPLY",
            "portal.visits",
            "VISITS");

    private final JdbcClient database;

    SingleMovements(JdbcClient database) {
        this.database = database;
    }

    List<Balance> balances(String zone, LocalDate asOf, long knownAt) {
        return database.sql("""
                        select account, quota_year, unit, sum(amount) from read.entry
                        where zone in (select zone from read.zone_ancestor where ancestor = ?) and occurred_on <= ? and position <= ?
                        group by account, quota_year, unit having sum(amount) <> 0 order by account, quota_year, unit""")
                .params(zone, asOf, knownAt)
                .query((row, _) -> new Balance(
                        row.getString(1),
                        row.getObject(2, Integer.class),
                        Amounts.quantity(row.getBigDecimal(4), row.getString(3))))
                .list();
    }

    List<FlowTotal> flows(String zone, Period period, LocalDate asOf, long knownAt) {
        return database.sql("""
                        select flow, unit, sum(amount) from read.movement
                        where exists (select from read.zone_ancestor where ancestor = ? and zone in (from_zone, to_zone))
                          and flow <> 'OPENING' and occurred_on between ? and ? and occurred_on <= ? and position <= ?
                        group by flow, unit having sum(amount) <> 0 order by flow, unit""")
                .params(zone, period.start(), period.end(), asOf, knownAt)
                .query((row, _) ->
                        new FlowTotal(row.getString(1), Amounts.quantity(row.getBigDecimal(3), row.getString(2))))
                .list();
    }

    /** The value of a measure of a zone: of what moved by a flow, or of the projects supplied. */
    String value(String measure, String zone, Period period, LocalDate asOf, long knownAt) {
        String flow = FLOWS.get(measure);
        return flow == null ? supplied(zone, period, asOf, knownAt) : flow(flow, zone, period, asOf, knownAt);
    }

    private String supplied(String zone, Period period, LocalDate asOf, long knownAt) {
        return database.sql("""
                        select count(*) from (
                            select to_project from read.movement
                            where to_zone in (select zone from read.zone_ancestor where ancestor = ?)
                              and flow in ('SUPPLY', 'RESCIND')
                              and occurred_on between ? and ? and occurred_on <= ? and position <= ?
                            group by to_project
                            having sum(case flow when 'SUPPLY' then amount else -amount end) > 0) p""")
                .params(zone, period.start(), period.end(), asOf, knownAt)
                .query(String.class)
                .single();
    }

    private String flow(String flow, String zone, Period period, LocalDate asOf, long knownAt) {
        return database.sql("""
                        select max(unit), sum(amount) from read.movement
                        where to_zone in (select zone from read.zone_ancestor where ancestor = ?)
                          and flow = ? and occurred_on between ? and ? and occurred_on <= ? and position <= ?""")
                .params(zone, flow, period.start(), period.end(), asOf, knownAt)
                .query((row, _) -> row.getString(1) == null
                        ? BigDecimal.ZERO.toPlainString()
                        : Amounts.quantity(row.getBigDecimal(2), row.getString(1))
                                .value())
                .single();
    }
}
