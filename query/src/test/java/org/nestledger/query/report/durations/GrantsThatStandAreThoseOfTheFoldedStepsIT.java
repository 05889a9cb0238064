package org.nestledger.query.report.durations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.Scope;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The permits whose durations are reported, against every permit's steps folded as of the day and as known at the position. */
class GrantsThatStandAreThoseOfTheFoldedStepsIT {

    private static final int STEPS = 4_000;
    private static final int LAST = 2 * STEPS;

    private static final String FOLDED = """
            select p.permit, p.kind, p.power_zone, p.power, coalesce(p.authority, '') as authority,
                   p.granted_on - p.applied_on + 1 as days
            from read.permit_at(:asOf, :knownAt) p
            where p.zone in (select zone from read.zone_ancestor where ancestor = :zone)
              and p.status = 'GRANTED'
              and p.granted_on between :start and :end
            order by p.permit collate "C\"""";

    private static TestLedger ledger;
    private static JdbcClient database;

    /** Permits with several steps each, on days in no order, of more than one zone now and then; every seventh was taken back. */
    @BeforeAll
    static void fill() {
        ledger = new TestLedger();
        database = JdbcClient.create(ledger.dataSource());
        database.sql("""
                insert into read.zone_ancestor
                select 'z' || n, ancestor from generate_series(0, 5) n,
                    lateral (values ('z' || n), ('province'), ('city' || n % 2)) a (ancestor)""").update();
        database.sql("""
                insert into read.permit_entry
                select n, on_day, 'm' || permit, 'j' || permit, 'z' || (case when n % 11 = 0 then n else permit end) % 6, 'OTHER',
                       status, case when status <> 'REVOKED' then on_day - hash % 50 end, null,
                       case when n % 3 = 0 then 'w' || n % 5 end, case when n % 3 = 0 then 'z1' end,
                       case when n % 3 = 1 then 'a' || n % 7 end, null
                from generate_series(1, :steps) n,
                     lateral (select abs(hashint4(n)) as hash) h,
                     lateral (select hash % 900 as permit, date '2020-01-01' + hash / 900 % 1000 as on_day,
                                     (array['APPLIED', 'GRANTED', 'GRANTED', 'REFUSED', 'REVOKED'])[1 + hash / 7 % 5] as status) s""").param("steps", STEPS).update();
        database.sql("""
                insert into read.reversal (reverses, position, occurred_on, reason)
                select e.position, e.position + :steps, e.occurred_on + (e.position % 3)::integer, 'wrong'
                from read.permit_entry e
                where e.position % 7 = 0""").param("steps", STEPS).update();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void inEveryPeriodOnEveryDayAtEveryPosition() {
        long granted = 0;
        for (String zone : List.of("z0", "z4", "city1", "province")) {
            for (String period : List.of("2020", "2021-Q2", "2022-07")) {
                for (LocalDate asOf : days(ReportPeriod.parse(period))) {
                    for (long knownAt : List.of(0L, STEPS / 2L, (long) STEPS, STEPS * 3L / 2, (long) LAST)) {
                        granted += compared(new Scope(zone, ReportPeriod.parse(period), asOf, knownAt));
                    }
                }
            }
        }
        assertThat(granted).isGreaterThan(5_000);
    }

    private static List<LocalDate> days(StatedPeriod period) {
        LocalDate end = period.period().end();
        return List.of(period.period().start().minusDays(1), end.minusDays(15), end, end.plusDays(100));
    }

    private static int compared(Scope scope) {
        List<Map<String, Object>> rows = rows(SqlFile.beside(PermitDurations.class, "granted.sql"), scope);
        assertThat(rows).as(scope.toString()).isEqualTo(rows(FOLDED, scope));
        return rows.size();
    }

    private static List<Map<String, Object>> rows(String statement, Scope scope) {
        return new ArrayList<>(
                database.sql(statement).params(scope.parameters()).query().listOfRows());
    }
}
