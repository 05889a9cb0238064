package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.Reports;
import org.nestledger.query.report.TooManyEventsException;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.diff.Compared;
import org.nestledger.query.report.diff.Diff;
import org.nestledger.query.report.explain.Explained.Found;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What rests on more events than there is memory for is refused before any of them is read. */
class AFigureOfTooManyEventsIsNotExplainedIT {

    private static final int ENOUGH = 10_000;

    private static TestLedger ledger;

    @BeforeAll
    static void record() {
        ledger = new TestLedger();
        ledger.append(LegalHistories.of(List.of()).events().toArray(LedgerEvent[]::new));
        ledger.caughtUp();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void asManyEventsAsThereIsMemoryForAreExplained() {
        Found all = (Found) ofMeasure(ENOUGH);
        int least = leastThatIsEnough(AFigureOfTooManyEventsIsNotExplainedIT::ofMeasure);
        assertThat(least).isGreaterThanOrEqualTo(all.figure().entries().size());
        assertThat(ofMeasure(least)).isEqualTo(all);
    }

    @Test
    void theSameGoesForFiguresInTables() {
        int least = leastThatIsEnough(AFigureOfTooManyEventsIsNotExplainedIT::ofTable);
        assertThat(least).isGreaterThan(1);
        assertThat(ofTable(least)).isInstanceOf(Found.class).isEqualTo(ofTable(ENOUGH));
    }

    @Test
    void whatRestsOnMoreIsNotComparedEither() {
        int movements = ((Compared.Found) changes(ENOUGH)).report().movements().size();
        int least = leastThatIsEnough(AFigureOfTooManyEventsIsNotExplainedIT::changes);
        assertThat(least).isGreaterThanOrEqualTo(movements);
        assertThat(changes(least)).isEqualTo(changes(ENOUGH));
    }

    @Test
    void notMoreMovementsAreListedThanThereIsMemoryFor() {
        int explained = leastThatIsEnough(AFigureOfTooManyEventsIsNotExplainedIT::ofMeasure);
        int movements = ((Compared.Found) changes(ENOUGH)).report().movements().size();
        assertThat(movements).isGreaterThan(explained);
        assertThatThrownBy(() -> changes(movements - 1)).isInstanceOf(TooManyEventsException.class);
    }

    @Test
    void theRefusalSaysHowManyWouldDo() {
        assertThatThrownBy(() -> ofMeasure(1)).isInstanceOfSatisfying(TooManyEventsException.class, many -> {
            assertThat(many)
                    .hasMessage("This rests on more than 1 events, and no more are gone through at once with"
                            + " the memory that there is.");
            assertThat(many.remedy()).contains("LEDGER_JAVA_OPTS=-Xmx");
        });
    }

    private static int leastThatIsEnough(IntFunction<?> question) {
        Predicate<Integer> enough = most -> {
            try {
                return question.apply(most) != null;
            } catch (TooManyEventsException _) {
                return false;
            }
        };
        return IntStream.rangeClosed(1, ENOUGH)
                .boxed()
                .filter(enough)
                .findFirst()
                .orElseThrow();
    }

    private static Reports reports(int mostEvents) {
        return new Reports(JdbcClient.create(ledger.dataSource()), ledger.log(), mostEvents);
    }

    private static Explained ofMeasure(int mostEvents) {
        var question = Explanations.Question.ofYear("z", 2023, "land.acquired", null, null, null, KnownAt.now());
        return found(new Explanations(reports(mostEvents)).annual(question));
    }

    private static Explained ofTable(int mostEvents) {
        var question = new TableExplanations.Question(
                "land", "z", ReportPeriod.year(2023), "total/land:acquired/closing", null, null, KnownAt.now());
        return found(new TableExplanations(reports(mostEvents))
                .explain(question, ReportTypes.find("land").orElseThrow().maker()));
    }

    private static Compared changes(int mostEvents) {
        return found(reports(mostEvents)
                .about(
                        "z",
                        ReportPeriod.year(2023),
                        null,
                        KnownAt.now(),
                        sources -> Diff.since(KnownAt.position(0), ReportTypes.ANNUAL, sources)));
    }

    private static <R> R found(Answer<R> answer) {
        return ((Answer.Found<R>) answer).report();
    }
}
