package org.nestledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.durations.PermitDurations;
import org.nestledger.query.report.durations.PermitDurationsReport;
import org.nestledger.query.report.recording.LateRecording;
import org.nestledger.query.report.recording.LateRecordingReport;
import org.nestledger.query.report.reversals.Reversals;
import org.nestledger.query.report.reversals.ReversalsReport;
import org.nestledger.query.report.unsupported.Unsupported;
import org.nestledger.query.report.unsupported.UnsupportedReport;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a report of a period costs depends on what is dated in it in the zone, not on how much the ledger holds. */
class AReportReadsTheEntriesOfItsZoneAndPeriodIT {

    private static final int EVENTS = 60_000;
    private static final int IN_A_DAY = 20;
    private static final long OF_A_ZONE = 366L * IN_A_DAY / 60;
    private static final long OF_THE_CITY = 10 * OF_A_ZONE;

    /** The entries fill more than seven hundred pages and the steps of permits four hundred. */
    private static final int FEW = 2 * (int) OF_A_ZONE + 60;

    private final TestLedger ledger = new TestLedger();
    private Connection connection;
    private Reports reports;
    private JdbcClient database;

    /** Of 60 zones in turn, ten of which are the city's; every thirtieth entry takes back the one of its zone before. */
    @BeforeEach
    void fill() throws SQLException {
        connection = ledger.dataSource().getConnection();
        try (Statement settings = connection.createStatement()) {
            settings.execute(LedgerQueries.CONNECTION_SETTINGS);
        }
        connection.setAutoCommit(false);
        database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        reports = new Reports(database, ledger.log(), 100_000);
        database.sql("""
                insert into read.zone_designation
                select n, '2010-01-01', zone, kind, zone, null, array['city', zone], 'Asia/Shanghai', null from (
                    select n, 'z' || n as zone, 'ZONE' as kind from generate_series(0, 59) n
                    union all values (60, 'city', 'CITY')) z""").update();
        database.sql("""
                insert into read.zone_ancestor
                select zone, zone from read.zone_designation
                union all
                select zone, 'city' from read.zone_designation where position < 10""").update();
        database.sql("""
                insert into read.event (position, event_id, type, recorded_at, occurred_on, actor, zone, reverses, documents)
                select n, gen_random_uuid()::text, 'permit.PermitGranted', date '2015-01-01' + n / :inADay + n % 40, date '2015-01-01' + n / :inADay,
                       'clerk' || n % 3, 'z' || n % 60, case when n / 60 % 30 = 29 then n - 60 end, n % 2
                from generate_series(1, :events) n""").param("inADay", IN_A_DAY).param("events", EVENTS).update();
        database.sql("""
                insert into read.reversal (reverses, position, occurred_on, reason)
                select e.reverses, e.position, e.occurred_on, 'wrong' from read.event e where e.reverses is not null""").update();
        database.sql("""
                insert into read.permit_entry
                select n, date '2015-01-01' + n / :inADay, 'm' || n - n % 120 / 60 * 60, 'j' || n % 7, 'z' || n % 60, 'OTHER',
                       (array['APPLIED', 'GRANTED'])[1 + n % 120 / 60], date '2015-01-01' + n / :inADay - 9, null,
                       null, null, 'somebody', null
                from generate_series(1, :events) n""").param("inADay", IN_A_DAY).param("events", EVENTS).update();
        database.sql("update read.projection set position = :events")
                .param("events", EVENTS)
                .update();
        connection.commit();
        ledger.database().execute("vacuum analyze");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        ledger.close();
    }

    @Test
    void ofPermitDurations() {
        PermitDurationsReport ofZone = few("z7", PermitDurations::report);
        assertThat(ofZone.byGrantor().getFirst().days().count()).isCloseTo(OF_A_ZONE / 2, within(OF_A_ZONE / 20));
        PermitDurationsReport ofCity = few("city", PermitDurations::report);
        assertThat(ofCity.byGrantor().getFirst().days().count()).isCloseTo(OF_THE_CITY / 2, within(OF_THE_CITY / 20));
    }

    @Test
    void ofLateRecording() {
        LateRecordingReport ofZone = few("z7", LateRecording::report);
        assertThat(ofZone.entries()).isCloseTo(OF_A_ZONE, within(OF_A_ZONE / 20));
        assertThat(few("city", LateRecording::report).entries()).isCloseTo(OF_THE_CITY, within(OF_THE_CITY / 20));
    }

    @Test
    void ofUnsupportedEntries() {
        UnsupportedReport ofZone = few("z8", Unsupported::report);
        assertThat((long) ofZone.entries().size()).isCloseTo(OF_A_ZONE, within(OF_A_ZONE / 20));
        UnsupportedReport ofCity = few("city", Unsupported::report);
        assertThat((long) ofCity.entries().size()).isCloseTo(OF_THE_CITY / 2, within(OF_THE_CITY / 20));
    }

    @Test
    void ofReversals() {
        ReversalsReport ofZone = few("z7", Reversals::report);
        assertThat(ofZone.reversals()).hasSizeBetween(3, 5);
        assertThat(few("city", Reversals::report).reversals()).hasSizeBetween(35, 45);
    }

    private <R extends Report> R few(String zone, ReportMaker<R> maker) {
        long before = pagesRead();
        long scansBefore = scans();
        Answer<R> answer = reports.ofYear(zone, 2020, null, KnownAt.now(), maker);
        assertThat(pagesRead() - before).as(zone).isLessThan(FEW);
        assertThat(scans()).as("tables that were read from end to end").isEqualTo(scansBefore);
        return switch (answer) {
            case Answer.Found<R>(R report) -> report;
            case Answer.NotYetKnown<R> _, Answer.UnknownZone<R> _ -> throw new AssertionError(answer);
        };
    }

    /** By this transaction so far, of the entries and the steps of permits, without their indexes. */
    private long pagesRead() {
        return database.sql("""
                        select sum(pg_stat_get_xact_blocks_fetched(oid)) from pg_class
                        where oid in ('read.event'::regclass, 'read.permit_entry'::regclass)""").query(Long.class).single();
    }

    private long scans() {
        return database.sql("""
                        select sum(pg_stat_get_xact_numscans(oid)) from pg_class
                        where oid in ('read.event'::regclass, 'read.permit_entry'::regclass, 'read.reversal'::regclass)""").query(Long.class).single();
    }
}
