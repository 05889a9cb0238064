package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.report.ReportPeriod;

/** What is listed for the figures of supplies in the reports of stages and of late starts, by the events alone. */
class WhatAFigureOfASupplyIsMadeOfTest {

    /** Of {@code s} a start by the end of June is agreed and taken on 1 July; {@code t} waits, {@code u} has no day. */
    private static final String SUPPLIES = Scenario.LAND_AND_PROJECT + """
            SupplyLand parcel=p project=a supply=s area=20mu price=100CNY agreedStart=2023-06-30 agreedCompletion=2023-12-01 on=2023-06-01
            IntroduceProject project=b on=2023-04-01
            SupplyLand parcel=p project=b supply=t area=30mu price=100CNY agreedStart=2023-07-31 on=2023-06-01
            RescindSupply supply=t area=10mu on=2023-06-05
            RescindSupply supply=t area=5mu on=2023-06-06
            IntroduceProject project=c on=2023-04-01
            SupplyLand parcel=p project=c supply=u area=1mu price=100CNY on=2023-06-01
            ApplyForPermit project=a permit=a3 kind=CONSTRUCTION_PLANNING on=2023-06-05
            GrantPermit project=a permit=a3 authority=city on=2023-06-12
            ApplyForPermit project=a permit=a4 kind=CONSTRUCTION on=2023-06-13
            GrantPermit project=a permit=a4 authority=city on=2023-06-20
            StartConstruction project=a on=2023-07-03
            RecordOpeningProject project=d stage=BUILDING on=2023-04-01
            SupplyLand parcel=p project=d supply=v area=1mu price=100CNY agreedStart=2023-06-30 agreedCompletion=2023-12-01 on=2023-06-01
            """;

    private static final List<RecordedEvent> LOG = WhatAFigureIsMadeOfTest.recorded(SUPPLIES);

    private static Optional<Explanation> explain(String figure, String unit, String zone, String asOf) {
        LocalDate day = LocalDate.parse(asOf);
        Asked asked = new Asked(figure, zone, ReportPeriod.year(day.getYear()), unit, day, LOG.size());
        return Explainer.explain(asked, Evidence.of(LOG, day, LOG.size()));
    }

    private static Explanation explain(String figure, String unit) {
        return explain(figure, unit, "z", "2023-12-31").orElseThrow();
    }

    private static String value(Explanation explained) {
        return Recount.figure(explained).value();
    }

    private static List<String> types(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.type().substring(entry.type().indexOf('.') + 1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "late-starts/late starts/t/area,                mu,    2023-12-31, 15",
        "late-starts/late starts/t/days late,           days,  2023-12-31, 153",
        "late-starts/late starts/t/days late,           days,  2023-08-01, 1",
        "late-starts/late starts/s/days late,           days,  2023-07-02, 2",
        "late-starts/agreed start unknown/u/area,       mu,    2023-12-31, 1",
        "stages/agreed and done/s/area,                 mu,    2023-12-31, 20",
        "stages/agreed and done/s/start days late,      days,  2023-12-31, 3",
        "stages/agreed and done/s/start days late,      days,  2023-06-15, 0",
        "stages/agreed and done/s/completion days late, days,  2023-12-31, 30",
        "stages/agreed and done/v/completion days late, days,  2023-12-31, 30",
        "stages/agreed and done/t/area,                 mu,    2023-06-05, 20",
        "stages/stages/INTRODUCED/projects,             count, 2023-12-31, 2",
        "stages/stages/BUILDING/projects,               count, 2023-12-31, 2",
        "stages/stages/BUILDING/projects,               count, 2023-07-02, 1",
    })
    void eachHasItsDefinition(String figure, String unit, String asOf, String value) {
        assertThat(explain(figure, unit, "z", asOf))
                .map(explained -> value(explained))
                .contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "late-starts/late starts/s/days late,           2023-12-31, started",
        "late-starts/late starts/t/days late,           2023-07-31, still in time on the agreed day",
        "late-starts/late starts/u/area,                2023-12-31, no day agreed",
        "late-starts/agreed start unknown/t/area,       2023-12-31, a day agreed",
        "late-starts/late starts/x/area,                2023-12-31, no such supply",
        "stages/agreed and done/t/completion days late, 2023-12-31, no completion agreed",
        "stages/agreed and done/v/start days late,      2023-12-31, started on a day that nobody stated",
        "stages/agreed and done/s/area,                 2023-05-31, not supplied yet",
    })
    void whatAReportDoesNotListHasNoFigure(String figure, String asOf, String reason) {
        assertThat(explain(figure, figure.endsWith("area") ? "mu" : "days", "z", asOf))
                .as(reason)
                .isEmpty();
    }

    @Test
    void landOutsideTheZoneHasNoFigure() {
        assertThat(explain("stages/agreed and done/s/area", "mu", "peer", "2023-12-31"))
                .isEmpty();
        assertThat(explain("stages/agreed and done/s/area", "mu", "city", "2023-12-31"))
                .isPresent();
    }

    @Test
    void theAreaIsTheContractLessEachRescission() {
        Explanation area = explain("late-starts/late starts/t/area", "mu");
        assertThat(types(area.entries())).containsExactly("LandSupplied", "SupplyRescinded", "SupplyRescinded");
        assertThat(area.entries())
                .extracting(entry -> entry.amount().quantity().value())
                .containsExactly("30", "-10", "-5");
        assertThat(types(area.basis())).containsExactly("ProjectIntroduced");
    }

    @Test
    void daysLateEndWithTheStepOnceItIsTaken() {
        Explanation late = explain("stages/agreed and done/s/start days late", "days");
        assertThat(types(late.entries())).containsExactly("LandSupplied", "ConstructionStarted");
        assertThat(late.head().formula())
                .isEqualTo("days from 2023-06-30, the agreed start of the supply, to 2023-07-03, the day of it");
    }

    @Test
    void daysLateGoOnToTheDayOfTheReportUntilThen() {
        assertThat(explain("late-starts/late starts/t/days late", "days").head().formula())
                .isEqualTo("days from 2023-07-31, the agreed start of the supply, whose project has not started, to"
                        + " 2023-12-31, the day of the report, since there was none until then");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stages/stages/NOWHERE/projects",
                "stages/stages/BUILDING/hopes",
                "stages/agreed and done/s",
                "stages/agreed and done/s/days late",
                "late-starts/late starts/s/start days late",
                "late-starts/agreed start unknown/s/days late",
                "late-starts/in time/s/area"
            })
    void noOtherNamesAFigure(String figure) {
        assertThat(Explainer.knows(figure)).isFalse();
    }
}
