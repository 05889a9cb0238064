package org.nestledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.reversal.ReverseEntry;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.History;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;
import org.nestledger.query.testing.Answers;
import org.nestledger.query.testing.RenamedWorld;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A history with an entry and its reversal is the history without the entry, in every report and list, from the
 * recording of the reversal on and for the days from the reversal's on. What was known before stays as it was.
 */
class ReversedEntriesLeaveNoTraceIT {

    private static final int REVERSALS = 3;
    private static final LocalDate EARLY = LocalDate.of(2023, 1, 9);
    private static final LocalDate END = LocalDate.of(2023, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2024, 1, 5);

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

    private static LedgerQueries queries() {
        return LedgerQueries.over(connection, ledger.caughtUp().log());
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whereThePeriodIsOpenAllDaysAreAsWithoutTheEntry(
            @ForAll("commands") List<String> commands, @ForAll("picks") List<Integer> picks) {
        History history = LegalHistories.of(commands);
        RenamedWorld world = recorded(history.events());
        long plain = ledger.log().head();
        Map<String, String> known = reports(world, plain);
        for (LedgerEvent reversal : reversals(history, picks)) {
            ledger.append(world.event(reversal));
            history.append(reversal);
            RenamedWorld without = recorded(standing(history));
            long now = ledger.log().head();
            same(reports(world, now), reports(without, now), reversal);
            same(lists(world), lists(without), reversal);
        }
        assertThat(reports(world, plain)).isEqualTo(known);
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whereThePeriodIsClosedTheDaysFromTheReversalsOnAreAsWithoutTheEntry(
            @ForAll("commands") List<String> commands, @ForAll("picks") List<Integer> picks) {
        History history = LegalHistories.of(commands);
        history.record(CommandLine.parse("ClosePeriod zone=city through=2023-12-31 doc=1"), LegalHistories.NOW);
        RenamedWorld world = recorded(history.events());
        Map<String, String> known = reports(world, ledger.log().head());
        for (LedgerEvent reversal : reversals(history, picks)) {
            ledger.append(world.event(reversal));
            history.append(reversal);
            RenamedWorld without = recorded(standing(history));
            same(reports(world, ledger.log().head()), known, reversal);
            same(balances(world), balances(without), reversal);
            same(lists(world), lists(without), reversal);
        }
    }

    /** The first of the picked reversals that are accepted one after the other. */
    private static List<LedgerEvent> reversals(History history, List<Integer> picks) {
        History reversed = new History();
        history.events().forEach(reversed::append);
        int zones = history.all().standing(ZoneDesignated.class).size();
        int entries = history.events().size() - zones;
        List<LedgerEvent> reversals = new ArrayList<>();
        for (int pick : picks) {
            long position = 1L + zones + pick % entries;
            String zone = history.events().get((int) position - 1).zone();
            ReverseEntry command = new ReverseEntry(zone, position, "wrong", null, List.of());
            if (reversals.size() < REVERSALS
                    && reversed.record(command, LegalHistories.NOW) instanceof Accepted accepted) {
                reversals.addAll(accepted.events());
            }
        }
        return reversals;
    }

    private static List<LedgerEvent> standing(History history) {
        return history.all().standing().map(Fact::event).toList();
    }

    /** Takes these events over into a world of their own. */
    private static RenamedWorld recorded(List<LedgerEvent> events) {
        RenamedWorld world =
                new RenamedWorld("w%03d-".formatted(++worlds), ledger.log().head());
        ledger.append(events.stream().map(world::event).toArray(LedgerEvent[]::new));
        return world;
    }

    /** Of a zone within the year, and of the city at its end. */
    private static Map<String, String> reports(RenamedWorld world, long knownAt) {
        LedgerQueries queries = queries();
        Map<String, String> all = new TreeMap<>();
        Answers.reports(queries, world, "z", EARLY, knownAt)
                .forEach((name, answer) -> all.put(name + " of z on " + EARLY, answer));
        Answers.reports(queries, world, "city", END, knownAt)
                .forEach((name, answer) -> all.put(name + " of city on " + END, answer));
        return all;
    }

    private static Map<String, String> balances(RenamedWorld world) {
        return Answers.balances(queries(), world, "city", TODAY, ledger.log().head());
    }

    private static Map<String, String> lists(RenamedWorld world) {
        return Answers.lists(queries(), world, "city");
    }

    private static void same(Map<String, String> answers, Map<String, String> expected, LedgerEvent reversal) {
        String what = "without " + ((EntryReversed) reversal).type() + " " + ((EntryReversed) reversal).data();
        assertThat(answers.keySet()).as(what).isEqualTo(expected.keySet());
        answers.forEach(
                (name, answer) -> assertThat(answer).as(name + " " + what).isEqualTo(expected.get(name)));
    }

    /** Without closings and reversals, which the tests add themselves. */
    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.openCommands();
    }

    /** Positions, wherever in the history they fall. */
    @Provide
    Arbitrary<List<Integer>> picks() {
        return Arbitraries.integers().between(0, 999).list().ofSize(30);
    }
}
