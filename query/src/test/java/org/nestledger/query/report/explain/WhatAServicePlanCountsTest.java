package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.ReportPeriod;

/** What is listed for figures of services, by the events alone. */
class WhatAServicePlanCountsTest {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    /** The zones have positions 1 to 5; plan l has 8 and its services 9 to 12, plan m has 13 and 14. */
    private static final String PLANS = Scenario.ZONES + """
            IntroduceProject project=a on=2023-01-01
            IntroduceProject zone=sub project=b on=2023-01-01
            AgreeServicePlan project=a plan=l services=road:Road:2023-03-01,power:Power:2023-03-01,water:Water:2023-12-31,advice on=2023-01-10
            AgreeServicePlan zone=sub project=b plan=m services=gas:Gas:2023-02-01 on=2023-01-11
            DeliverService project=a plan=l service=road on=2023-03-01
            DeliverService project=a plan=l service=power on=2023-03-05
            """;

    private static final List<RecordedEvent> LOG = recorded("");

    private static List<RecordedEvent> recorded(String more) {
        return WhatAFigureIsMadeOfTest.recorded(PLANS + more);
    }

    private static Optional<Explanation> explain(List<RecordedEvent> log, String zone, String figure, LocalDate day) {
        String unit = figure.endsWith("days late") ? "days" : "count";
        Asked asked = new Asked("services/" + figure, zone, ReportPeriod.year(day.getYear()), unit, day, log.size());
        return Explainer.explain(asked, Evidence.of(log, day, log.size()));
    }

    private static Explanation explain(String figure, LocalDate day) {
        return explain(LOG, "z", figure, day).orElseThrow();
    }

    /** The position, the days and the service of each entry. */
    private static List<String> listed(Explanation explained) {
        return explained.entries().stream()
                .map(entry -> entry.position()
                        + (entry.amount() == null
                                ? " "
                                : " " + entry.amount().quantity().value() + " ")
                        + entry.entity())
                .toList();
    }

    private static List<Long> reasons(Explanation explained) {
        return explained.basis().stream().map(Entry::position).toList();
    }

    private static String value(Explanation explained) {
        Figure figure = Recount.figure(explained);
        return figure.value() + " " + figure.unit();
    }

    @ParameterizedTest
    @CsvSource({
        "plans/l/services,                     2023-12-31, 4 count",
        "plans/l/delivered,                    2023-12-31, 2 count",
        "plans/l/open,                         2023-12-31, 2 count",
        "plans/l/late,                         2023-12-31, 0 count",
        "plans/l/late,                         2024-01-01, 1 count",
        "plans/l/delivered late,               2023-12-31, 1 count",
        "plans/l/delivered,                    2023-03-04, 1 count",
        "plans/l/open,                         2023-03-04, 3 count",
        "plans/l/late,                         2023-03-01, 0 count",
        "plans/l/late,                         2023-03-04, 1 count",
        "plans/l/delivered late,               2023-03-04, 0 count",
        "plans/m/services,                     2023-12-31, 1 count",
        "open services/l/power/days late,      2023-03-01, 0 days",
        "open services/l/power/days late,      2023-03-04, 3 days",
        "open services/l/water/days late,      2023-12-31, 0 days",
        "open services/l/water/days late,      2024-01-01, 1 days",
        "open services/l/advice/days late,     2024-01-01, 0 days",
        "open services/m/gas/days late,        2023-12-31, 333 days",
    })
    void eachIsAsItIsOnItsDay(String figure, LocalDate day, String value) {
        assertThat(value(explain(figure, day))).isEqualTo(value);
    }

    @Test
    void whatIsDeliveredIsListedByItsDeliveriesBesideThePlanAndTheAgreements() {
        Explanation delivered = explain("plans/l/delivered", END);
        assertThat(listed(delivered)).containsExactly("15 road", "16 power");
        assertThat(reasons(delivered)).containsExactly(8L, 9L, 10L);
    }

    @Test
    void whatIsLateIsListedWithTheDaysThatItIs() {
        assertThat(listed(explain("plans/l/delivered late", END))).containsExactly("16 4 power");
        Explanation late = explain("plans/l/late", LocalDate.of(2023, 3, 4));
        assertThat(listed(late)).containsExactly("10 3 power");
        assertThat(reasons(late)).containsExactly(8L);
    }

    @Test
    void whatIsOpenIsListedByItsAgreements() {
        assertThat(listed(explain("plans/l/open", END))).containsExactly("11 water", "12 advice");
    }

    @Test
    void anOpenServiceSaysFromWhichDayItsDaysCount() {
        Explanation water = explain("open services/l/water/days late", LocalDate.of(2024, 1, 10));
        assertThat(listed(water)).containsExactly("11 water");
        assertThat(water.head().formula()).contains("2023-12-31").contains("2024-01-10");
        assertThat(explain("open services/l/advice/days late", END).head().formula())
                .isEqualTo("none, since no day was agreed for the delivery");
    }

    @Test
    void aPlanOfAZoneBelowIsThereWithItsDesignation() {
        assertThat(reasons(explain("plans/m/open", END))).containsExactly(4L, 13L);
        assertThat(reasons(explain("open services/m/gas/days late", END))).containsExactly(4L);
        assertThat(explain(LOG, "sub", "plans/m/open", END).orElseThrow().basis())
                .extracting(Entry::position)
                .containsExactly(13L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans/l/services", "plans/m/services", "open services/m/gas/days late"})
    void anotherZoneHasNoSuchFigure(String figure) {
        assertThat(explain(LOG, "peer", figure, END)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "plans/l/services,                2023-01-09",
        "plans/n/services,                2023-12-31",
        "open services/l/gas/days late,   2023-12-31",
        "open services/l/road/days late,  2023-12-31",
        "open services/l/road/days late,  2023-01-09",
    })
    void whatIsNotAgreedOrNotOpenHasNone(String figure, LocalDate day) {
        assertThat(explain(LOG, "z", figure, day)).isEmpty();
    }

    @Test
    void aServiceWhoseDeliveryWasTakenBackIsOpenAgain() {
        List<RecordedEvent> log = recorded("ReverseEntry position=16");
        assertThat(explain(log, "z", "plans/l/delivered", END).map(WhatAServicePlanCountsTest::listed))
                .contains(List.of("15 road"));
        assertThat(explain(log, "z", "plans/l/late", END).map(WhatAServicePlanCountsTest::listed))
                .contains(List.of("10 305 power"));
        assertThat(explain(log, "z", "open services/l/power/days late", END).map(WhatAServicePlanCountsTest::value))
                .contains("305 days");
    }

    @Test
    void aServiceThatIsAgreedAgainIsDueOnItsNewDay() {
        List<RecordedEvent> log = recorded("""
                ReverseEntry position=11
                AddService project=a plan=l service=water name=Water dueOn=2023-06-01 on=2023-05-01
                """);
        assertThat(explain(log, "z", "plans/l/late", END).map(WhatAServicePlanCountsTest::listed))
                .contains(List.of("18 213 water"));
        assertThat(explain(log, "z", "plans/l/services", END).map(WhatAServicePlanCountsTest::value))
                .contains("4 count");
    }

    @Test
    void aPlanThatWasTakenBackHasNoFigures() {
        List<RecordedEvent> log = recorded("""
                ReverseEntry zone=sub position=14
                ReverseEntry zone=sub position=13
                """);
        assertThat(explain(log, "z", "plans/m/services", END)).isEmpty();
        assertThat(explain(log, "z", "open services/m/gas/days late", END)).isEmpty();
    }

    @Test
    void whatWasRecordedLaterIsNotKnown() {
        Asked asked = new Asked("services/plans/l/delivered", "z", ReportPeriod.year(2023), "count", END, 15);
        assertThat(Explainer.explain(asked, Evidence.of(LOG, END, 15)).map(WhatAServicePlanCountsTest::listed))
                .contains(List.of("15 road"));
    }

    @Test
    void onlyTheEventsOfThePlanAndTheirReversalsConcernIt() {
        List<RecordedEvent> log = recorded("ReverseEntry position=16\nReverseEntry zone=sub position=14");
        for (String figure : List.of("services/plans/l/late", "services/open services/l/power/days late")) {
            assertThat(log.stream()
                            .filter(recorded -> Interest.in(figure).test((LedgerEvent) recorded.payload()))
                            .map(RecordedEvent::position))
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 8L, 9L, 10L, 11L, 12L, 15L, 16L, 17L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services/plans/l",
                "services/plans/l/forgotten",
                "services/plans/l/late/days",
                "services/open services/l/days late",
                "services/open services/l/road/days early",
                "services/closed services/l/road/days late",
            })
    void whatNoTableHasIsNoFigure(String figure) {
        assertThat(Explainer.knows(figure)).isFalse();
    }
}
