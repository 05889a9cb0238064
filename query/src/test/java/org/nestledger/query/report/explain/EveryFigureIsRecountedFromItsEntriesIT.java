package org.nestledger.query.report.explain;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.testing.ExplainedFigures;
import org.nestledger.query.testing.RenamedWorld;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Every figure of the annual report and in the tables of all reports of every zone is what its explanation gives when it is computed again: from the listed
 * entries, from the contributing records alone, and from the whole log.
 */
class EveryFigureIsRecountedFromItsEntriesIT {

    private static final List<String> ZONES = List.of("city", "z", "sub");
    private static final List<String> OTHER_PERIODS = List.of("2022", "2024", "2023-Q1", "2023-01");

    private static TestLedger ledger;
    private static SingleConnectionDataSource connection;
    private static int worlds;

    /** When a report is made, and what was known. */
    record Dates(LocalDate asOf, int knownPercent) {}

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

    @Property(tries = 4, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void ofAnyHistoryAsOfAnyDayAsKnownAtAnyPosition(
            @ForAll("commands") List<String> commands, @ForAll("dates") List<Dates> dates) {
        RenamedWorld world =
                new RenamedWorld("w%03d-".formatted(++worlds), ledger.log().head());
        List<LedgerEvent> events = LegalHistories.of(commands).events();
        ledger.append(events.stream().map(world::event).toArray(LedgerEvent[]::new));
        LedgerQueries queries = LedgerQueries.over(connection, ledger.caughtUp().log());
        List<RecordedEvent> log = ledger.log().read(world.before(), events.size());
        for (Dates date : dates) {
            long knownAt = world.before() + Math.max(5, events.size() * (long) date.knownPercent() / 100);
            KnownAt known = KnownAt.position(knownAt);
            ZONES.forEach(zone -> new ExplainedFigures(
                            queries, log, world.id(zone), ReportPeriod.year(2023), date.asOf(), known)
                    .checkAll());
        }
        OTHER_PERIODS.forEach(period -> new ExplainedFigures(
                        queries, log, world.id("z"), ReportPeriod.parse(period), null, KnownAt.now())
                .checkAll());
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }

    /** All that is known on the last day of the year is always among them. */
    @Provide
    Arbitrary<List<Dates>> dates() {
        Arbitrary<Dates> any = Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(10, 100))
                .as((day, percent) -> new Dates(LocalDate.of(2023, 1, 1).plusDays(day), percent));
        return any.list()
                .ofSize(1)
                .map(some -> Stream.concat(Stream.of(new Dates(LocalDate.of(2023, 12, 31), 100)), some.stream())
                        .toList());
    }
}
