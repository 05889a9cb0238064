package org.nestledger.query.report.approved;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.testing.RenamedWorld;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Whatever happened to its land, on every day of a zone and as known at any position, what the report says is left of
 * approved and of existing land is the balance of construction:ready, and no part of it is negative.
 */
class WhatIsReadyAndNotSuppliedIsTheBalanceIT {

    private static final LocalDate FIRST = LocalDate.of(2022, 12, 31);

    private static TestLedger ledger;
    private static SingleConnectionDataSource connection;
    private static int worlds;

    @BeforeContainer
    static void open() throws SQLException {
        ledger = new TestLedger();
        connection = new SingleConnectionDataSource(ledger.dataSource().getConnection(), true);
    }

    @AfterContainer
    static void close() {
        connection.destroy();
        ledger.close();
    }

    @Example
    void thereIsSuchLand() {
        ApprovedNotSuppliedReport report =
                report(record(LegalHistories.of(List.of()).events()), LocalDate.of(2023, 12, 31), KnownAt.now());
        assertThat(left(report)).isPositive();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void onEveryDay(@ForAll("commands") List<String> commands) {
        long before = ledger.log().head();
        String zone = record(LegalHistories.of(commands).events());
        long middle = (before + ledger.log().head()) / 2;
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(40)); day = day.plusDays(3)) {
            same(zone, day, KnownAt.now());
            same(zone, day, KnownAt.position(middle));
        }
    }

    private static void same(String zone, LocalDate day, KnownAt knownAt) {
        ApprovedNotSuppliedReport report = report(zone, day, knownAt);
        assertThat(left(report)).as(zone + " on " + day).isEqualByComparingTo(balance(zone, day, knownAt));
        assertThat(parts(report)).allSatisfy(land -> {
            assertThat(land.supplied().decimal()).isNotNegative();
            assertThat(land.surveyedAway().decimal()).isNotNegative();
            assertThat(land.notSupplied().decimal()).isNotNegative();
        });
        assertThat(ConstructionLand.sum(
                        report.byZone().stream().map(ApprovedLand::land).toList()))
                .isEqualTo(ConstructionLand.sum(
                        report.byYear().stream().map(ApprovedLand::land).toList()))
                .isEqualTo(report.total());
    }

    private static BigDecimal left(ApprovedNotSuppliedReport report) {
        return parts(report).map(land -> land.notSupplied().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<ConstructionLand> parts(ApprovedNotSuppliedReport report) {
        return Stream.concat(
                report.byZone().stream().map(ApprovedLand::land),
                report.existing().stream().map(ExistingLand::land));
    }

    private static BigDecimal balance(String zone, LocalDate day, KnownAt knownAt) {
        LedgerQueries then = ((Answer.Found<LedgerQueries>) queries().at(day, knownAt)).report();
        return then.journal().ofZone(zone).stream()
                .filter(balance -> balance.account().equals("construction:ready"))
                .map(balance -> balance.balance().decimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ApprovedNotSuppliedReport report(String zone, LocalDate day, KnownAt knownAt) {
        return ((Answer.Found<ApprovedNotSuppliedReport>)
                        queries().reports().ofDay(zone, day, knownAt, ApprovedNotSupplied::report))
                .report();
    }

    private static LedgerQueries queries() {
        return LedgerQueries.over(connection, ledger.log());
    }

    /** Takes the events over into a world of their own; gives its zone. */
    private static String record(List<LedgerEvent> events) {
        RenamedWorld world =
                new RenamedWorld("w%03d-".formatted(++worlds), ledger.log().head());
        ledger.append(events.stream().map(world::event).toArray(LedgerEvent[]::new));
        ledger.caughtUp();
        return world.id("city");
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }
}
