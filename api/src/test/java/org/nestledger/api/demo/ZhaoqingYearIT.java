package org.nestledger.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nestledger.api.runtime.DriveableClock;
import org.nestledger.api.runtime.Progress;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.AxonLedger;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.LogSchema;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.TestDatabase;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.ReadModels;
import org.nestledger.query.projection.Projections;
import org.nestledger.query.projection.ReadSchema;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.explain.Explanation;
import org.nestledger.query.report.explain.Explanations;
import org.nestledger.query.report.explain.Recount;
import org.nestledger.query.report.reconciliation.Reconciliation;
import org.nestledger.query.report.reconciliation.Reconciling;
import org.nestledger.query.report.reconciliation.Verdict;
import org.nestledger.query.testing.Everything;

/** The demonstration's figures equal the published ones of data/published-figures-2023.csv. */
class ZhaoqingYearIT {

    private static final LocalDate STATED_ON = LocalDate.of(2023, 12, 30);

    private static TestDatabase database;
    private static HikariDataSource pool;
    private static DriveableClock clock;
    private static PostgresEventLog log;
    private static AxonLedger ledger;
    private static LedgerQueries queries;
    private static final Map<Long, Map<String, String>> ANSWERED = new TreeMap<>();

    @BeforeAll
    static void record() throws Exception {
        database = TestDatabase.create();
        LogSchema.migrate(database.dataSource());
        ReadSchema.migrate(database.dataSource());
        clock = new DriveableClock();
        pool = pool(database);
        log = new PostgresEventLog(pool, new LedgerCodec(), clock, LogOptions.defaults());
        ledger = AxonLedger.open(log, clock);
        queries = LedgerQueries.over(pool, log);
        recordWithInterruptions();
        catchUp();
    }

    private static void catchUp() {
        try (Projections projections = new Projections(pool, log, ReadModels.all())) {
            projections.catchUp();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> answers(KnownAt knownAt) {
        return Everything.reportsAndLists(queries, "zhaoqing", null, knownAt);
    }

    @AfterAll
    static void close() {
        ledger.close();
        log.close();
        pool.close();
        database.close();
    }

    /** Right before the first reversal, right after the last one, and somewhere before the first. */
    private static void recordWithInterruptions() {
        List<Step> steps = ZhaoqingYear.plan();
        List<Integer> reversals = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).order() instanceof Order.TakeBack)
                .boxed()
                .toList();
        for (int commands : List.of(130, reversals.getFirst(), reversals.getLast() + 1)) {
            assertThatThrownBy(() ->
                            new ZhaoqingYear().record(new InterruptedLedger(ledger, commands), clock, Progress.NONE))
                    .isInstanceOf(InterruptedLedger.Gone.class);
            catchUp();
            ANSWERED.put(log.head(), answers(KnownAt.now()));
        }
        new ZhaoqingYear().record(ledger, clock, Progress.NONE);
    }

    @Test
    void anInterruptedRecordingEndsUpWithExactlyWhatWasPlanned() {
        List<LedgerEvent> planned =
                PlannedYear.decided().facts().all().stream().map(Fact::event).toList();
        assertThat(log.read(0, 100_000)).extracting(RecordedEvent::payload).containsExactlyElementsOf(planned);
    }

    @Test
    void everyReportAndListAsKnownWhenItWasInterruptedIsWhatItAnsweredThen() {
        assertThat(ANSWERED).hasSize(3);
        ANSWERED.forEach((position, answers) -> answers(KnownAt.position(position))
                .forEach((question, answer) ->
                        assertThat(answer).as(question + " at " + position).isEqualTo(answers.get(question))));
    }

    @Test
    void everyRecordSaysThatItsClockIsSimulatedAndWhenItWasRecorded() {
        assertThat(log.read(0, 100_000))
                .allSatisfy(event -> assertThat(event.metadata()).containsEntry("simulatedClock", "true"))
                .allSatisfy(event -> assertThat(event.recordedAt())
                        .isBetween(Instant.parse("2023-01-03T00:00:00Z"), Instant.parse("2024-02-29T00:00:00Z")));
    }

    @Test
    void theHeadlineFiguresAreThePublishedOnesOnTheDayOfTheStatement() {
        assertPublished(report(STATED_ON, KnownAt.now()));
    }

    @Test
    void nothingIsCountedOnTheLastDayOfTheYear() {
        assertPublished(report(null, KnownAt.now()));
    }

    @Test
    void theyWereKnownOnTheDayOfPublication() {
        assertPublished(report(null, KnownAt.parse("2024-01-02T00:00:00Z")));
    }

    @Test
    void theyWereKnownOnTheEveningOfTheStatement() {
        assertPublished(report(STATED_ON, KnownAt.parse("2023-12-30T16:00:00Z")));
    }

    @Test
    void everyFigureOfTheStatementAgreesNowAndAsKnownOnTheDayOfPublication() {
        Reconciliation reconciliation =
                found(queries.reports().ofYear(DemoZones.ZONE, 2023, null, KnownAt.now(), Reconciling::report));
        assertThat(reconciliation.figures())
                .hasSize(18)
                .filteredOn(figure -> figure.published().value() != null)
                .hasSize(16)
                .flatExtracting(figure ->
                        List.of(figure.now().verdict(), figure.atPublication().verdict()))
                .allSatisfy(verdict ->
                        assertThat(verdict).isInstanceOfAny(Verdict.Agrees.class, Verdict.AgreesAsPublished.class));
    }

    @Test
    void theReversalAfterTheClosingChangesNoneOfThem() {
        KnownAt closed = KnownAt.parse("2024-01-31T16:00:00Z");
        assertThat(report(null, KnownAt.now()).knownAt().position())
                .isGreaterThan(report(null, closed).knownAt().position());
        assertThat(report(null, KnownAt.now()).figures())
                .isEqualTo(report(null, closed).figures());
    }

    @Test
    void aPlanWithADigitTooManyShowsOnlyAsKnownBeforeItWasTakenBack() {
        LocalDate asOf = LocalDate.of(2023, 8, 20);
        assertThat(planned(asOf, KnownAt.parse("2023-08-20T12:00:00Z")))
                .isGreaterThan(planned(asOf, KnownAt.parse("2023-08-25T12:00:00Z")));
    }

    private static long planned(LocalDate asOf, KnownAt knownAt) {
        return Long.parseLong(value(report(asOf, knownAt), "investment.planned"));
    }

    @Test
    void lessWasKnownInTheMiddleOfTheYear() {
        AnnualReport report = report(null, KnownAt.parse("2023-07-01T00:00:00Z"));
        assertThat(Integer.parseInt(value(report, "projects.introduced"))).isBetween(30, 70);
    }

    @Test
    void theSubZonesAreRolledUpIntoTheZone() {
        assertThat(found(queries.reports().annual(DemoZones.JINLI, 2023, null, KnownAt.now()))
                        .figures())
                .filteredOn(figure -> figure.measure().equals("land.acquired"))
                .allSatisfy(
                        figure -> assertThat(Double.parseDouble(figure.value())).isBetween(1_000.0, 8_000.0));
    }

    @Test
    void everyFigureIsWhatItsRecordsInTheLogGive() {
        for (KnownAt knownAt : List.of(KnownAt.now(), KnownAt.parse("2023-07-01T00:00:00Z"))) {
            assertThat(report(null, knownAt).figures()).allSatisfy(figure -> {
                var question = Explanations.Question.ofYear(
                        DemoZones.ZONE, 2023, figure.measure(), figure.subject(), figure.unit(), null, knownAt);
                assertThat(queries.explanations().annual(question))
                        .extracting("report.explanation")
                        .satisfies(explained -> assertThat(Recount.figure((Explanation) explained))
                                .isEqualTo(figure));
            });
        }
    }

    @Test
    void recordingItAgainAddsNothing() {
        long head = log.head();
        new ZhaoqingYear().record(ledger, clock, Progress.NONE);
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void everyInventedEntitySaysThatItIs() {
        assertThat(log.read(0, 100_000))
                .filteredOn(event -> event.payload().toString().contains("name="))
                .allSatisfy(event -> assertThat(event.payload().toString()).contains("(illustrative)"));
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        return new HikariDataSource(config);
    }

    private static void assertPublished(AnnualReport report) {
        assertThat(value(report, "projects.introduced")).isEqualTo("101");
        assertThat(value(report, "investment.planned")).isEqualTo("31100000000");
        assertThat(value(report, "projects.introduced.qualified")).isEqualTo("61");
        assertThat(value(report, "projects.introduced.qualified.share")).isEqualTo("60.39604");
        assertThat(value(report, "land.acquired")).isEqualTo("8505");
        assertThat(value(report, "land.serviced")).isEqualTo("2022");
        assertThat(value(report, "quota.granted")).isEqualTo("2781");
        assertThat(value(report, "quota.granted.rank")).isEqualTo("1");
        assertThat(value(report, "projects.supplied")).isEqualTo("60");
        assertThat(value(report, "powers.delegated")).isEqualTo("40");
        assertThat(value(report, "permits.four-certificates.fastest")).isEqualTo("3");
        assertThat(value(report, "permits.four-certificates.rank")).isEqualTo("1");
        assertThat(value(report, "portal.visits.rank")).isEqualTo("1");
        assertThat(value(report, "supply.need-met")).isEqualTo("100");
        assertThat(Integer.parseInt(value(report, "projects.construction-started")))
                .isGreaterThan(30);
        assertThat(value(report, "projects.introduced.interval")).startsWith("3.6");
        assertThat(value(report, "projects.supplied.interval")).startsWith("6.0");
    }

    private static AnnualReport report(@Nullable LocalDate asOf, KnownAt knownAt) {
        return found(queries.reports().annual(DemoZones.ZONE, 2023, asOf, knownAt));
    }

    private static String value(AnnualReport report, String measure) {
        return report.figures().stream()
                .filter(figure -> figure.measure().equals(measure))
                .collect(Collectors.toMap(Figure::measure, Function.identity()))
                .get(measure)
                .value();
    }

    private static <R extends Report> R found(Answer<R> answer) {
        return ((Answer.Found<R>) answer).report();
    }
}
