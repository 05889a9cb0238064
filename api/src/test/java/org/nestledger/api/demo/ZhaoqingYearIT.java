package org.nestledger.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.explain.Explanation;
import org.nestledger.query.report.explain.Explanations;
import org.nestledger.query.report.explain.Recount;
import org.nestledger.query.report.reconciliation.Reconciliation;
import org.nestledger.query.report.reconciliation.Reconciling;
import org.nestledger.query.report.reconciliation.Verdict;
import org.nestledger.query.testing.ExplainedFigures;

/** The demonstration's figures equal the published ones of data/published-figures-2023.csv. */
class ZhaoqingYearIT {

    private static final LocalDate STATED_ON = LocalDate.of(2023, 12, 30);

    private static RecordedYear year;

    @BeforeAll
    static void record() {
        year = new RecordedYear();
        year.recordWithInterruptions();
    }

    @AfterAll
    static void close() {
        year.close();
    }

    @Test
    void anInterruptedRecordingEndsUpWithExactlyWhatWasPlanned() {
        List<LedgerEvent> planned =
                PlannedYear.decided().facts().all().stream().map(Fact::event).toList();
        assertThat(year.log.read(0, 100_000)).extracting(RecordedEvent::payload).containsExactlyElementsOf(planned);
    }

    @Test
    void everyReportAndListAsKnownWhenItWasInterruptedIsWhatItAnsweredThen() {
        assertThat(year.answered()).hasSize(3);
        year.answered()
                .forEach((position, answers) -> year.answers(KnownAt.position(position))
                        .forEach((question, answer) -> assertThat(answer)
                                .as(question + " at " + position)
                                .isEqualTo(answers.get(question))));
    }

    @Test
    void everyRecordSaysThatItsClockIsSimulatedAndWhenItWasRecorded() {
        assertThat(year.log.read(0, 100_000))
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
        Reconciliation reconciliation = RecordedYear.found(
                year.queries.reports().ofYear(DemoZones.ZONE, 2023, null, KnownAt.now(), Reconciling::report));
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
        assertThat(year.annual(DemoZones.JINLI, null, KnownAt.now()).figures())
                .filteredOn(figure -> figure.measure().equals("land.acquired"))
                .allSatisfy(
                        figure -> assertThat(Double.parseDouble(figure.value())).isBetween(1_000.0, 8_000.0));
    }

    @ParameterizedTest
    @CsvSource({
        "zhaoqing,          2024-12-31T00:00:00Z",
        "zhaoqing,          2023-07-01T00:00:00Z",
        "zhaoqing-jinli,    2024-12-31T00:00:00Z",
        "zhaoqing-city,     2024-12-31T00:00:00Z",
        "guangdong,         2024-12-31T00:00:00Z",
        "shantou-cluster,   2024-12-31T00:00:00Z"
    })
    void everyFigureIsWhatItsRecordsInTheLogGive(String zone, Instant known) {
        KnownAt knownAt = KnownAt.instant(known);
        assertThat(year.annual(zone, null, knownAt).figures()).isNotEmpty().allSatisfy(figure -> {
            var question = Explanations.Question.ofYear(
                    zone, 2023, figure.measure(), figure.subject(), figure.unit(), null, knownAt);
            assertThat(year.queries.explanations().annual(question))
                    .extracting("report.explanation")
                    .satisfies(explained ->
                            assertThat(Recount.figure((Explanation) explained)).isEqualTo(figure));
        });
    }

    @Tag("all")
    @ParameterizedTest
    @ValueSource(strings = {"2023", "2023-Q3", "2024-02"})
    void everyFigureInTheTablesOfItsReportsIsWhatItsRecordsInTheLogGive(String period) {
        new ExplainedFigures(
                        year.queries,
                        year.log.read(0, 100_000),
                        "zhaoqing",
                        ReportPeriod.parse(period),
                        null,
                        KnownAt.now())
                .checkTables();
    }

    @Test
    void recordingItAgainAddsNothing() {
        long head = year.log.head();
        year.record();
        assertThat(year.log.head()).isEqualTo(head);
    }

    @Test
    void everyInventedEntitySaysThatItIs() {
        assertThat(year.log.read(0, 100_000))
                .filteredOn(event -> event.payload().toString().contains("name="))
                .allSatisfy(event -> assertThat(event.payload().toString()).contains("(illustrative)"));
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
        return year.annual(DemoZones.ZONE, asOf, knownAt);
    }

    private static String value(AnnualReport report, String measure) {
        return report.figures().stream()
                .filter(figure -> figure.measure().equals(measure))
                .collect(Collectors.toMap(Figure::measure, Function.identity()))
                .get(measure)
                .value();
    }
}
