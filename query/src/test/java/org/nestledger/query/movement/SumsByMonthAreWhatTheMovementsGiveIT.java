package org.nestledger.query.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.measure.Period;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.Derivation;
import org.nestledger.query.report.FlowTotal;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.StageCount;
import org.nestledger.query.testing.Books;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read from sums by month, as of any day and as known at any position, is what single movements add up to. */
class SumsByMonthAreWhatTheMovementsGiveIT {

    private static final LocalDate FIRST = LocalDate.of(2022, 10, 1);
    private static final int EVENTS = 160;
    private static final int DAYS_APART = 3;
    private static final List<String> ZONES = List.of("p", "z", "y", "s");
    private static final Map<String, String> FLOWS = Map.of(
            "projects.introduced",
            "INTRODUCE",
            "land.acquired",
            "ACQUIRE",
            "quota.granted",
            "QUOTA_GRANT",
            "portal.visits",
            "VISITS");

    private final Books books = new Books();
    private final JdbcClient database = JdbcClient.create(books.dataSource());
    private final Random random = new Random(11);
    private final Set<Long> reversed = new HashSet<>();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void whateverIsAskedOfWhateverHappened() {
        long last = record();
        assertThat(sums("read.movement_month t"))
                .isEqualTo(sums("read.movement_month_of(0, " + last + ") t"))
                .hasSizeGreaterThan(50);

        LedgerQueries queries = books.queries();
        long settled = 0;
        for (int i = 0; i < 50; i++) {
            String zone = ZONES.get(random.nextInt(ZONES.size()));
            LocalDate asOf = FIRST.plusDays(random.nextInt(EVENTS * DAYS_APART + 60));
            if (random.nextBoolean()) {
                asOf = YearMonth.from(asOf).atEndOfMonth();
            }
            long knownAt = ZONES.size() + random.nextLong(last - ZONES.size()) + 1;
            same(queries, zone, asOf, knownAt);
            settled += wholeMonths(asOf, knownAt);
        }
        assertThat(settled).as("sums that were used").isPositive();
    }

    @Test
    void aReversalInAnotherMonthChangesThatMonthFromItsPositionOn() {
        books.zone("z");
        long acquired = acquire("z", "2023-01-10", 7);
        books.queries();
        long restated = books.restate(acquired, "2023-03-05");
        LedgerQueries queries = books.queries();

        assertThat(sums("read.movement_month t where unit = 'mu'"))
                .isEqualTo(sums("read.movement_month_of(0, 3) t where unit = 'mu'"))
                .hasSize(2);
        same(queries, "z", LocalDate.of(2023, 2, 28), restated);
        same(queries, "z", LocalDate.of(2023, 3, 31), acquired);
        same(queries, "z", LocalDate.of(2023, 3, 31), restated);
    }

    /** In pieces, as they are followed; most of it dated one after the other, all of it up to a month late. */
    private long record() {
        books.zone("p");
        books.zone("z", "p");
        books.zone("y", "p");
        books.zone("s", "p", "z");
        long last = ZONES.size();
        for (int i = 0; i < EVENTS; i++) {
            LocalDate day = FIRST.plusDays((long) i * DAYS_APART + random.nextInt(30));
            last = something(ZONES.get(1 + random.nextInt(3)), day.toString(), last);
            if (random.nextInt(5) == 0) {
                books.queries();
            }
        }
        books.queries();
        return last;
    }

    private long something(String zone, String day, long last) {
        return switch (random.nextInt(8)) {
            case 0 -> books.event("quota.QuotaGranted", day, quota(zone, ",'documents':[]"));
            case 1 ->
                books.event(
                        "quota.QuotaAllocated", day, quota("z", ",'toZone':'" + (zone.equals("z") ? "s" : zone) + "'"));
            case 2 ->
                books.event(
                        "fund.FundingRecorded", day, "{'zone':'%s','source':'BOND','amount':'5 CNY'}".formatted(zone));
            case 3 -> books.event("portal.PortalVisitsRecorded", day, "{'zone':'%s','visits':7}".formatted(zone));
            case 4 -> books.event("project.ProjectIntroduced", day, """
                    {'zone':'%s','project':'j%d','name':'Works','plannedInvestment':'3 CNY'}""".formatted(zone, last));
            case 5, 6 -> takenBack(day, last);
            default -> acquire(zone, day, 1 + random.nextInt(9));
        };
    }

    private long takenBack(String day, long last) {
        long target = ZONES.size() + random.nextLong(last - ZONES.size() + 1);
        boolean possible = target > ZONES.size() && reversed.add(target);
        long position = !possible
                ? acquire("y", day, 2)
                : random.nextBoolean() ? books.reverse(target) : books.restate(target, day);
        if (possible) {
            reversed.add(position);
        }
        return position;
    }

    private long acquire(String zone, String day, int mu) {
        return books.event("land.LandAcquired", day, """
                {'zone':'%1$s','parcel':'l%1$s','area':'%2$d mu','existing':'0 mu','cost':'4 CNY'}""".formatted(zone, mu));
    }

    private String quota(String zone, String more) {
        return "{'zone':'%s','year':%d,'area':'9 mu'%s}".formatted(zone, 2023 + random.nextInt(2), more);
    }

    private void same(LedgerQueries queries, String zone, LocalDate asOf, long knownAt) {
        String what = zone + " as of " + asOf + ", known at " + knownAt;
        LedgerQueries then = ((Answer.Found<LedgerQueries>) queries.at(asOf, KnownAt.position(knownAt))).report();
        List<Balance> balances = balances(zone, asOf, knownAt);
        assertThat(then.journal().ofZone(zone)).as(what).isEqualTo(balances);

        AnnualReport report = annual(queries, zone, asOf, knownAt);
        assertThat(report.balances()).as(what).isEqualTo(balances);
        assertThat(report.flows()).as(what).isEqualTo(flows(zone, Period.year(2023), asOf, knownAt));
        for (StageCount stage : report.pipeline()) {
            assertThat(stage.projects()).as(what).isEqualTo(projects(stage, balances));
        }
        LocalDate end = FIRST.plusDays(random.nextInt(EVENTS * DAYS_APART));
        for (String period : List.of("2023-02", 1 + random.nextInt(100) + " days to " + end)) {
            FLOWS.forEach((measure, flow) -> assertThat(figure(queries, measure, zone, period, asOf, knownAt))
                    .as(measure + " of " + what + " in " + period)
                    .isEqualTo(flow(flow, zone, StatedPeriod.of(period).period(), asOf, knownAt)));
        }
    }

    private static AnnualReport annual(LedgerQueries queries, String zone, LocalDate asOf, long knownAt) {
        return ((Answer.Found<AnnualReport>) queries.reports().annual(zone, 2023, asOf, KnownAt.position(knownAt)))
                .report();
    }

    private static String figure(
            LedgerQueries queries, String measure, String zone, String period, LocalDate asOf, long knownAt) {
        Derivation derived =
                queries.reports().figure(measure, zone, StatedPeriod.of(period), asOf, KnownAt.position(knownAt));
        return ((Derivation.Derived) derived).figures().getFirst().value();
    }

    private static long projects(StageCount stage, List<Balance> balances) {
        return balances.stream()
                .filter(balance ->
                        balance.account().equals(stage.stage().account().code()))
                .mapToLong(balance -> Long.parseLong(balance.balance().value()))
                .sum();
    }

    private List<Balance> balances(String zone, LocalDate asOf, long knownAt) {
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

    private List<FlowTotal> flows(String zone, Period period, LocalDate asOf, long knownAt) {
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

    private List<String> sums(String from) {
        return database.sql("select t::text from " + from + " order by 1")
                .query(String.class)
                .list();
    }

    private long wholeMonths(LocalDate asOf, long knownAt) {
        return database.sql(
                        "select count(*) from read.movement_month where month < date_trunc('month', ?::date) and last_position <= ?")
                .params(asOf, knownAt)
                .query(Long.class)
                .single();
    }
}
