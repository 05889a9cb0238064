package org.nestledger.core.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.claim.ClaimEvent.FigurePublished;
import org.nestledger.core.claim.ClaimEvent.FigureRetracted;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.testing.DeciderSpec;

class FiguresAreRecordedAsTheyWereStatedTest {

    private static final LocalDate STATED = LocalDate.of(2023, 12, 30);
    private static final LocalDate PUBLISHED = LocalDate.of(2024, 1, 2);
    private static final String PUBLISH = "PublishFigure figure=f measure=land.acquired subject=z value=60.39"
            + " unit=percent precision=truncated:2 phrase=60.39~% source=paper"
            + " statedOn=2023-12-30 publishedOn=2024-01-02";
    private static final String RETRACT = "RetractFigure figure=f reason=misprint on=2024-01-03";

    @Test
    void withItsWordsItsCutAndItsDays() {
        given(ZONES)
                .when(PUBLISH)
                .then(new FigurePublished(
                        "z",
                        "f",
                        "land.acquired",
                        "z",
                        StatedPeriod.of("2023"),
                        "60.39",
                        "percent",
                        Precision.of("truncated:2"),
                        "60.39 %",
                        "paper",
                        STATED,
                        PUBLISHED,
                        List.of()))
                .thenMoved()
                .thenRecorded(
                        FigurePublished.class,
                        event -> assertThat(event.occurredOn()).isEqualTo(PUBLISHED));
    }

    @Test
    void aStatementHasNoNumber() {
        String statement = PUBLISH.replace("truncated:2", "statement");
        given(ZONES).when(statement).thenRejected(RefusalCode.INVALID_FIELD);
        given(ZONES).when(PUBLISH.replace("value=60.39", "")).thenRejected(RefusalCode.INVALID_FIELD);
        given(ZONES)
                .when(statement.replace("value=60.39", ""))
                .thenRecorded(
                        FigurePublished.class,
                        event -> assertThat(event.value()).isNull());
    }

    @Test
    void oneTextForOneNumber() {
        given(ZONES)
                .when(PUBLISH.replace("60.39 ", "060.390 "))
                .thenRecorded(
                        FigurePublished.class,
                        event -> assertThat(event.value()).isEqualTo("60.39"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "about", "1,000", "1.0000000000001"})
    void aValueIsAPlainDecimalThatIsNotNegative(String value) {
        given(ZONES).when(PUBLISH.replace("value=60.39", "value=" + value)).thenRejected(RefusalCode.INVALID_FIELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mu", "ha", "m2", "acre", "count", "days", "days/project", "percent", "rank", "visits", "USD"})
    void aUnitIsOneOfTheLedgersOrACurrency(String unit) {
        given(ZONES).when(PUBLISH.replace("unit=percent", "unit=" + unit)).thenRecorded("claim.FigurePublished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acres", "%", "RMB", "XXX", "cny", "MU"})
    void andNothingElse(String unit) {
        given(ZONES).when(PUBLISH.replace("unit=percent", "unit=" + unit)).thenRejected(RefusalCode.INVALID_FIELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"supply.need-met", "zone.study-visits", "permits.four-certificates.fastest.rank", "anything"})
    void alsoOfAMeasureThatTheLedgerCannotDerive(String measure) {
        given(ZONES).when(PUBLISH.replace("land.acquired", measure)).thenRecorded("claim.FigurePublished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Land", "land.", ".land", "land..acquired", "land_acquired", "-land", "1land", "面积"})
    void aMeasureHasTheNameOfOne(String measure) {
        given(ZONES).when(PUBLISH.replace("land.acquired", measure)).thenRejected(RefusalCode.INVALID_FIELD);
    }

    @Test
    void itSpeaksOfNoDayAfterItsPublication() {
        given(ZONES)
                .when(PUBLISH.replace("statedOn=2023-12-30", "statedOn=2024-01-03"))
                .thenRejected(RefusalCode.INVALID_FIELD);
        given(ZONES)
                .when(PUBLISH.replace("statedOn=2023-12-30", "statedOn=2024-01-02"))
                .thenRecorded("claim.FigurePublished");
    }

    @Test
    void itIsPublishedInOpenBooks() {
        given(ZONES)
                .when(PUBLISH.replace("publishedOn=2024-01-02", "publishedOn=2024-01-06"))
                .thenRejected(RefusalCode.DATE_IN_FUTURE);
        given(ZONES).when(PUBLISH + " zone=x").thenRejected(RefusalCode.UNKNOWN_ZONE);
        DeciderSpec closed = given(ZONES).and("ClosePeriod zone=city through=2023-12-31 doc=1");
        closed.when(PUBLISH).thenRecorded("claim.FigurePublished");
        closed.when(PUBLISH.replace("figure=f", "figure=g").replace("2024-01-02", "2023-12-31"))
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }

    @Test
    void anIdIsTakenOnce() {
        DeciderSpec spec = given(ZONES).and(PUBLISH);
        spec.when(PUBLISH).thenRejected(RefusalCode.ID_TAKEN);
        spec.when(PUBLISH + " zone=city").thenRejected(RefusalCode.ID_TAKEN);
        spec.and(RETRACT);
        spec.when(PUBLISH).thenRejected(RefusalCode.ID_TAKEN);
    }

    @Test
    void aFigureIsTakenBackOnceAndStaysKnown() {
        DeciderSpec spec = given(ZONES).and(PUBLISH);
        spec.when(RETRACT)
                .then(new FigureRetracted("z", "f", "misprint", LocalDate.of(2024, 1, 3), List.of()))
                .thenMoved();
        spec.when(RETRACT).thenRejected(RefusalCode.ALREADY_RETRACTED);
    }

    @Test
    void onlyAPublishedFigureOfTheZoneIsTakenBack() {
        given(ZONES).when(RETRACT).thenRejected(RefusalCode.UNKNOWN_FIGURE);
        DeciderSpec spec = given(ZONES).and(PUBLISH);
        spec.when(RETRACT + " zone=city").thenRejected(RefusalCode.WRONG_ZONE);
        spec.when(RETRACT.replace("2024-01-03", "2024-01-01")).thenRejected(RefusalCode.NOT_LATEST);
        spec.when(RETRACT.replace("2024-01-03", "2024-01-06")).thenRejected(RefusalCode.DATE_IN_FUTURE);
        spec.when(RETRACT.replace("2024-01-03", "2024-01-02")).thenRecorded("claim.FigureRetracted");
    }

    @Test
    void whatWasSaidIsNeverReversed() {
        DeciderSpec spec = given(ZONES).and(PUBLISH, RETRACT);
        spec.when("ReverseEntry position=6").thenRejected(RefusalCode.NOT_REVERSIBLE);
        spec.when("ReverseEntry position=7").thenRejected(RefusalCode.NOT_REVERSIBLE);
    }
}
