package org.nestledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.report.pipeline.Pipeline;
import org.nestledger.query.report.pipeline.PipelineReport;
import org.nestledger.query.report.pipeline.StageFlow;
import org.nestledger.query.report.services.Services;
import org.nestledger.query.report.services.ServicesReport;
import org.nestledger.query.report.stages.StageLine;
import org.nestledger.query.report.stages.Stages;
import org.nestledger.query.report.stages.StagesReport;
import org.nestledger.query.report.starts.LateStart;
import org.nestledger.query.report.starts.LateStarts;
import org.nestledger.query.report.starts.LateStartsReport;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a report of a zone costs depends on the zone, not on how many others there are. */
class AReportOfOneZoneReadsWhatIsOfTheZoneIT {

    private static final int ZONES = 400;
    private static final int PROJECTS = 10;
    private static final int RECORDS = 10;
    private static final long ALL = (long) ZONES * PROJECTS * RECORDS;

    /** A project has up to a dozen rows here, of which some are read more than once; all projects have more than 40,000. */
    private static final int FEW = 60 * PROJECTS;

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final int MONTHS = 33;
    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

    private static TestLedger ledger;
    private static Connection connection;
    private static JdbcClient database;

    /** Projects of all zones in turn; every other one is started and got its service. Of each, a milestone was taken back. */
    @BeforeAll
    static void fill() throws SQLException {
        ledger = new TestLedger();
        connection = ledger.dataSource().getConnection();
        connection.setAutoCommit(false);
        database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        zones();
        projects();
        supplies();
        services();
        movements();
        connection.commit();
        ledger.database().execute("vacuum analyze");
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        ledger.close();
    }

    @Test
    void ofTheServicePlans() {
        ServicesReport report = few("z7", Services::report);
        assertThat(report.plans()).hasSize(PROJECTS).allSatisfy(plan -> {
            assertThat(plan.zone()).isEqualTo("z7");
            assertThat(plan.enterprise()).isEqualTo("e" + plan.project());
            assertThat(plan.services()).isEqualTo(1);
        });
        assertThat(report.open()).hasSize(PROJECTS / 2);
    }

    @Test
    void ofTheStages() {
        StagesReport report = few("z8", Stages::report);
        assertThat(report.stages())
                .filteredOn(line -> line.projects() > 0)
                .extracting(StageLine::stage, StageLine::projects)
                .containsExactly(half(ProjectStage.INTRODUCED), half(ProjectStage.BUILDING));
        assertThat(report.stages().getFirst().planned()).containsExactly(Quantity.of(BigDecimal.valueOf(5), "CNY"));
        assertThat(report.agreed()).hasSize(PROJECTS);
    }

    @Test
    void ofTheLateStarts() {
        LateStartsReport report = few("z9", LateStarts::report);
        assertThat(report.late())
                .hasSize(PROJECTS / 2)
                .extracting(LateStart::zone)
                .containsOnly("z9");
    }

    @Test
    void ofThePipeline() {
        PipelineReport report = few("z10", Pipeline::report);
        assertThat(report.stages())
                .filteredOn(flow -> flow.closing() > 0)
                .extracting(StageFlow::stage, StageFlow::closing)
                .containsExactly(half(ProjectStage.INTRODUCED), half(ProjectStage.BUILDING));
    }

    private static Tuple half(ProjectStage stage) {
        return Tuple.tuple(stage, PROJECTS / 2L);
    }

    /** As all is known and as it was known when only half was recorded; of a late day, and of early ones when little had happened. */
    private static <R extends Report> R few(String zone, ReportMaker<R> maker) {
        for (int month = 1; month < MONTHS; month++) {
            few(zone, FIRST.plusMonths(month), ALL, 1, maker);
        }
        few(zone, DAY, ALL / 2, PROJECTS, maker);
        return few(zone, DAY, ALL, PROJECTS, maker);
    }

    private static <R extends Report> R few(
            String zone, LocalDate day, long knownAt, long atLeast, ReportMaker<R> maker) {
        EventLog log = ledger.log();
        long before = rowsRead();
        R report = switch (new Reports(database, log, 100_000)
                .ofYear(zone, day.getYear(), day, KnownAt.position(knownAt), maker)) {
            case Answer.Found<R>(R found) -> found;
            case Answer.UnknownZone<R> _, Answer.NotYetKnown<R> _ -> throw new AssertionError("nothing is found");
        };
        assertThat(rowsRead() - before).as("of %s", day).isBetween(atLeast, (long) FEW);
        return report;
    }

    /** By this transaction so far: of tables that were read as a whole, and of all indexes. */
    private static long rowsRead() {
        return database.sql("""
                        select sum(pg_stat_get_xact_tuples_returned(oid)) from pg_class
                        where relnamespace = 'read'::regnamespace and relkind in ('r', 'i')""").query(Long.class).single();
    }

    private static void zones() {
        run(List.of("""
                insert into read.zone_designation
                select n, date '2010-01-01', 'z' || n, 'ZONE', 'Zone', 'c' || n % 5, array['z' || n, 'c' || n % 5, 'p'],
                       'Asia/Shanghai', null
                from generate_series(0, :zones - 1) n""", """
                insert into read.zone_ancestor
                select 'z' || n, ancestor
                from generate_series(0, :zones - 1) n, lateral (values ('z' || n), ('c' || n % 5), ('p')) a (ancestor)""", "update read.projection set position = :all"));
    }

    private static void projects() {
        run(List.of("""
                insert into read.project_entry
                select n * 10 + step, date '2015-01-01' + n / 4, 'j' || n, 'z' || n % :zones, kind, nullif(kind, 'MILESTONE'), null,
                       false, null
                from generate_series(0, :projects - 1) n,
                     lateral (values (0, 'INTRODUCED'), (1, 'BUILDING'), (7, 'MILESTONE')) k (step, kind)
                where kind <> 'BUILDING' or n / :zones % 2 = 0""", """
                insert into read.project_details
                select n * 10, date '2015-01-01' + n / 4, 'j' || n, 'Project', 'ej' || n, null, null, null
                from generate_series(0, :projects - 1) n""", """
                insert into read.project_plan
                select n * 10, date '2015-01-01' + n / 4, 'j' || n, 100, 'CNY' from generate_series(0, :projects - 1) n""", """
                insert into read.reversal
                select n * 10 + 7, n * 10 + 8, date '2015-01-01' + n / 4, null, 'a mistake'
                from generate_series(0, :projects - 1) n"""));
    }

    private static void supplies() {
        run(List.of("""
                insert into read.supply_contract
                select n * 10 + 2, date '2015-01-01' + n / 4, 's' || n, 'z' || n % :zones, 'l' || n, 'j' || n, 1000, 'AUCTION', 'C' || n,
                       null, null, null, date '2019-01-01', null, null, null, array[]::text[], '{}'
                from generate_series(0, :projects - 1) n"""));
    }

    private static void services() {
        run(List.of("""
                insert into read.service_entry
                select n * 10 + step, date '2015-01-01' + n / 4, 'a' || n || case kind when 'PLAN' then '' else '/v' end,
                       'z' || n % :zones, 'j' || n, 'a' || n, case kind when 'PLAN' then null else 'v' end, kind, 'Name',
                       date '2019-01-01', null
                from generate_series(0, :projects - 1) n,
                     lateral (values (3, 'PLAN'), (4, 'AGREED'), (5, 'DELIVERED')) k (step, kind)
                where kind <> 'DELIVERED' or n / :zones % 2 = 0"""));
    }

    private static void movements() {
        run(List.of(
                """
                insert into read.movement
                select n * 10 + step, line, flow, unit, 100, date '2015-01-01' + n / 4,
                       from_account, 'z' || n % :zones, null, 'j' || n, null, null,
                       to_account, 'z' || n % :zones, null, 'j' || n, null, null
                from generate_series(0, :projects - 1) n,
                     lateral (values (0, 0, 'INTRODUCE', 'count', 'project:outside', 'project:introduced'),
                                     (0, 1, 'PLEDGE', 'CNY', 'investment:source', 'investment:planned'),
                                     (1, 0, 'START', 'count', 'project:introduced', 'project:building'),
                                     (6, 0, 'INVEST', 'CNY', 'investment:source', 'investment:made'))
                         k (step, line, flow, unit, from_account, to_account)
                where flow <> 'START' or n / :zones % 2 = 0""",
                "update read.movement set amount = 1 where unit = 'count'",
                "insert into read.movement_sum select * from read.movement_sum_of(0, :all)"));
    }

    private static void run(List<String> statements) {
        statements.forEach(statement -> database.sql(statement)
                .param("zones", ZONES)
                .param("projects", ZONES * PROJECTS)
                .param("all", ALL)
                .update());
    }
}
