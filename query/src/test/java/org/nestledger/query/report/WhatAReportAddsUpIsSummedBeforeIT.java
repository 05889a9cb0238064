package org.nestledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.query.report.capital.Capital;
import org.nestledger.query.report.land.Land;
import org.nestledger.query.report.pipeline.Pipeline;
import org.nestledger.query.report.quota.Quota;
import org.nestledger.query.testing.MovementPages;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a report costs that adds up balances depends on its zone and its days, not on how many movements the ledger has. */
class WhatAReportAddsUpIsSummedBeforeIT {

    private static final int MOVEMENTS = 60_000;

    /** The movements fill more than a thousand, their indexes two. */
    private static final int FEW = 300;

    private static TestLedger ledger;
    private static Connection connection;
    private static JdbcClient database;

    /** Of 30 zones in turn, 30 a day from 2018 on: land that is acquired and supplied, quota that is granted, payments, and projects. */
    @BeforeAll
    static void fill() throws SQLException {
        ledger = new TestLedger();
        connection = ledger.dataSource().getConnection();
        connection.setAutoCommit(false);
        database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        database.sql("""
                insert into read.zone_ancestor
                select zone, ancestor
                from (select 'z' || n as zone from generate_series(0, 29) n) z,
                     lateral (values (zone), ('province')) a (ancestor)""").update();
        database.sql("""
                insert into read.movement
                select n, 0, m.flow, m.unit, 1 + n % 9, date '2018-01-01' + n / 30,
                       m.from_account, 'z' || n % 30, 'p' || n, null, 's' || n, m.year,
                       m.to_account, 'z' || n % 30, 'p' || n, null, 's' || n, m.year
                from generate_series(1, :movements) n
                join (values
                    (0, 'ACQUIRE', 'mu', 'land:outside', 'land:acquired', null),
                    (1, 'SUPPLY', 'mu', 'land:serviced', 'land:supplied', null),
                    (2, 'QUOTA_GRANT', 'mu', 'quota:outside', 'quota:available', 2023),
                    (3, 'PAYMENT', 'CNY', 'capital:receivable', 'capital:cash', null),
                    (4, 'INTRODUCE', 'count', 'project:outside', 'project:introduced', null))
                    as m (turn, flow, unit, from_account, to_account, year)
                    on m.turn = n / 30 % 5""").param("movements", MOVEMENTS).update();
        database.sql("insert into read.movement_sum select * from read.movement_sum_of(0, :movements)")
                .param("movements", MOVEMENTS)
                .update();
        connection.commit();
        ledger.database().execute("vacuum analyze");
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        ledger.close();
    }

    static Stream<Arguments> reports() {
        return makers().flatMap(maker -> Stream.of("z7", "province").map(zone -> Arguments.of(maker, zone)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void ofAYearWhollyKnown(ReportMaker<?> maker, String zone) {
        few(maker, new Scope(zone, ReportPeriod.year(2022), LocalDate.of(2022, 12, 31), MOVEMENTS));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void ofAYearUntilADayWithinAMonth(ReportMaker<?> maker, String zone) {
        few(maker, new Scope(zone, ReportPeriod.year(2022), LocalDate.of(2022, 8, 10), MOVEMENTS));
    }

    static Stream<ReportMaker<?>> makers() {
        return Stream.of(Land::report, Quota::report, Capital::report, Pipeline::report);
    }

    /** All that a zone moved in that quarter is added up anew, so that this is as much as the zones have. */
    @ParameterizedTest
    @MethodSource("makers")
    void asKnownWhenAQuarterWasKnownInPart(ReportMaker<?> maker) {
        few(maker, new Scope("z7", ReportPeriod.year(2022), LocalDate.of(2022, 12, 31), 48_700));
    }

    private static void few(ReportMaker<?> maker, Scope scope) {
        long before = MovementPages.read(database);
        List<Section> sections = maker.make(new ReportSources(
                        database,
                        ledger.log(),
                        new KnownPositions(database, ledger.log()),
                        scope,
                        new KnownPosition(scope.knownAt(), null),
                        null,
                        100_000))
                .sections();
        assertThat(sections).isNotEmpty();
        assertThat(MovementPages.read(database) - before).isLessThan(FEW);
    }
}
