package org.nestledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.nestledger.core.opening.OpeningEvent.OpeningStockRecorded;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.History;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.testing.Answers;
import org.nestledger.query.testing.RenamedWorld;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One history, written by the first release and by this one, is the same in every report and list. */
class EarlierVersionsAreReportedTheSameIT {

    private static final LocalDate EARLY = LocalDate.of(2023, 1, 20);
    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    private static final String OPENED = Scenario.PARCEL + """
            RecordOpeningStock parcel=p acquired=30mu serviced=50mu existing=20mu converted=40mu quotaZone=city quotaYear=2022 on=2023-01-15
            RegisterParcel parcel=q area=10mu on=2023-01-01
            RecordOpeningStock parcel=q serviced=10mu existing=10mu on=2023-01-15
            IntroduceProject project=a on=2023-04-01
            SupplyLand parcel=q project=a supply=s area=10mu on=2023-06-01
            """;

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
    void openingStockWithAndWithoutUsedQuotaAndItsReversal() {
        History history = new History();
        OPENED.lines().forEach(line -> history.record(CommandLine.parse(line), LegalHistories.NOW));
        assertThat(history.all().standing(OpeningStockRecorded.class))
                .extracting(stock -> stock.usedQuota() != null)
                .containsExactly(true, false);
        same(history.events());
        history.record(CommandLine.parse("ReverseEntry position=7"), LegalHistories.NOW);
        assertThat(history.all().standing(OpeningStockRecorded.class)).hasSize(1);
        same(history.events());
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverElseIsInTheLog(@ForAll("commands") List<String> commands) {
        same(LegalHistories.of(commands).events());
    }

    private static void same(List<LedgerEvent> events) {
        RenamedWorld first = nextWorld();
        ledger.appendAsFirst(in(first, events));
        RenamedWorld now = nextWorld();
        ledger.append(in(now, events));
        ledger.caughtUp();
        Map<String, String> expected = answers(now);
        Map<String, String> answers = answers(first);
        assertThat(answers.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (name, answer) -> assertThat(answers.get(name)).as(name).isEqualTo(answer));
    }

    private static RenamedWorld nextWorld() {
        return new RenamedWorld("w%03d-".formatted(++worlds), ledger.log().head());
    }

    private static LedgerEvent[] in(RenamedWorld world, List<LedgerEvent> events) {
        return events.stream().map(world::event).toArray(LedgerEvent[]::new);
    }

    private static Map<String, String> answers(RenamedWorld world) {
        LedgerQueries queries = LedgerQueries.over(connection, ledger.log());
        long head = ledger.log().head();
        Map<String, String> all = new TreeMap<>(Answers.lists(queries, world, "city"));
        Answers.reports(queries, world, "z", EARLY, head).forEach((name, answer) -> all.put(name + " of z", answer));
        Answers.reports(queries, world, "city", END, head)
                .forEach((name, answer) -> all.put(name + " of city", answer));
        return all;
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }
}
