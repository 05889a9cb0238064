package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.ReportPeriod;

/** What is listed for figures of land that is approved and not supplied, by the events alone. */
class WhatApprovedLandIsMadeOfTest {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    /** The zones have positions 1 to 5. Of parcel p 10 mu are existing land, then 30, 40 and 20 mu are approved. */
    private static final String READY = Scenario.ZONES + """
            RegisterParcel parcel=p area=200mu on=2022-01-01
            RecordOpeningStock parcel=p acquired=0mu serviced=140mu existing=10mu converted=30mu on=2022-01-01
            GrantQuota year=2022 area=100mu on=2022-01-10 doc=1
            ConvertLand parcel=p area=40mu quotaZone=z quotaYear=2022 on=2022-05-01 doc=2
            ConvertLand parcel=p area=20mu quotaZone=z quotaYear=2022 on=2023-05-01 doc=3
            RegisterParcel zone=sub parcel=q area=50mu on=2022-01-01
            AcquireLand zone=sub parcel=q area=30mu existing=7mu on=2022-03-01
            IntroduceProject project=a on=2022-02-01
            """;

    /** At positions 14 to 16: of the 60 mu 10 are existing, 30 of an unknown year and 20 of 2022. */
    private static final String SUPPLIED = """
            SupplyLand parcel=p project=a supply=s area=60mu on=2023-06-01
            RescindSupply supply=s area=5mu on=2023-06-02
            RescindSupply supply=s area=5mu on=2023-06-03
            """;

    private static final List<RecordedEvent> LOG = recorded(SUPPLIED);

    private static List<RecordedEvent> recorded(String more) {
        return WhatAFigureIsMadeOfTest.recorded(READY + more);
    }

    private static Explanation explain(List<RecordedEvent> log, String zone, String figure, LocalDate day) {
        Asked asked = new Asked(
                "approved-not-supplied/" + figure, zone, ReportPeriod.year(day.getYear()), "mu", day, log.size());
        return Explainer.explain(asked, Evidence.of(log, day, log.size())).orElseThrow();
    }

    private static Explanation explain(String figure) {
        return explain(LOG, "z", figure, END);
    }

    /** The positions, each with what counts of it. */
    private static List<String> listed(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.position()
                        + (entry.amount() == null
                                ? ""
                                : " " + entry.amount().quantity().value()))
                .toList();
    }

    private static String value(Explanation explained) {
        Figure figure = Recount.figure(explained);
        return figure.value() + " " + figure.unit();
    }

    @ParameterizedTest
    @CsvSource({
        "total/z//approved,                               30",
        "total/z//supplied,                               30",
        "total/z//not supplied,                           0",
        "total/z/2022/approved,                           40",
        "total/z/2022/supplied,                           10",
        "total/z/2022/surveyed away,                      0",
        "total/z/2022/not supplied,                       30",
        "total/z/2023/not supplied,                       20",
        "total/z/all/approved,                            90",
        "total/z/all/supplied,                            40",
        "total/z/all/not supplied,                        50",
        "by zone/z/2022/not supplied,                     30",
        "by zone/sub/2022/approved,                       0",
        "existing construction land/z/ready,              10",
        "existing construction land/z/supplied,           10",
        "existing construction land/z/not supplied,       0",
        "existing construction land/sub/not supplied,     7",
    })
    void eachIsThePartOfItsLots(String figure, String mu) {
        assertThat(value(explain(figure))).isEqualTo(mu + " mu");
    }

    @Test
    void whatIsSuppliedListsPartsOfLotsBesideTheEarlierOnesAndTheSupplies() {
        Explanation supplied = explain("total/z/2022/supplied");
        assertThat(listed(supplied.entries())).containsExactly("9 10");
        assertThat(listed(supplied.basis())).containsExactly("7 10", "7 30", "14 60", "15 5", "16 5");
    }

    @Test
    void aLotThatCountsIsNoReasonAndALaterOneIsNone() {
        Explanation all = explain("total/z/all/supplied");
        assertThat(listed(all.entries())).containsExactly("7 30", "9 10");
        assertThat(listed(all.basis())).containsExactly("7 10", "14 60", "15 5", "16 5");
    }

    @Test
    void aLotOfWhichNothingIsLeftIsAReasonWhyOthersAre() {
        Explanation left = explain("total/z/all/not supplied");
        assertThat(listed(left.entries())).containsExactly("9 30", "10 20");
        assertThat(listed(left.basis())).containsExactly("7 10", "7 30", "14 60", "15 5", "16 5");
    }

    @Test
    void whatWasApprovedNeedsNoReason() {
        assertThat(listed(explain("total/z/all/approved").entries())).containsExactly("7 30", "9 40", "10 20");
        assertThat(explain("total/z/all/approved").basis()).isEmpty();
    }

    @Test
    void landOfAZoneBelowOfWhichNothingWasSuppliedIsThereWithItsDesignation() {
        Explanation left = explain("existing construction land/sub/not supplied");
        assertThat(listed(left.entries())).containsExactly("12 7");
        assertThat(listed(left.basis())).containsExactly("4");
        assertThat(explain(LOG, "sub", "existing construction land/sub/not supplied", END)
                        .basis())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-04-30, total/z/2022/approved,  0",
        "2022-05-01, total/z/2022/approved,  40",
        "2023-05-31, total/z/all/supplied,   0",
        "2023-06-01, total/z/all/supplied,   50",
        "2023-06-02, total/z/all/supplied,   45",
        "2021-12-31, total/z/all/approved,   0",
    })
    void eachIsAsItIsOnItsDay(LocalDate day, String figure, String mu) {
        assertThat(value(explain(LOG, "z", figure, day))).isEqualTo(mu + " mu");
    }

    @Test
    void ofTwoLotsOfADayTheOneRecordedFirstIsSuppliedFirst() {
        List<RecordedEvent> log = WhatAFigureIsMadeOfTest.recorded(Scenario.ZONES + """
                RegisterParcel parcel=p area=200mu on=2023-01-01
                GrantQuota year=2023 area=100mu on=2023-01-01 doc=1
                AcquireLand parcel=p area=90mu on=2023-01-02
                ServiceLand parcel=p area=90mu on=2023-01-02
                ConvertLand parcel=p area=20mu quotaZone=z quotaYear=2023 on=2023-02-01 doc=2
                AcquireLand parcel=p area=30mu existing=30mu on=2023-02-01
                ConvertLand parcel=p area=10mu quotaZone=z quotaYear=2023 on=2023-01-31 doc=3
                IntroduceProject project=a on=2023-01-01
                SupplyLand parcel=p project=a supply=s area=35mu on=2023-06-01
                """);
        assertThat(listed(explain(log, "z", "total/z/2023/supplied", END).entries()))
                .containsExactly("10 20", "12 10");
        assertThat(listed(explain(log, "z", "existing construction land/z/supplied", END)
                        .entries()))
                .containsExactly("11 5");
    }

    @Test
    void theLandOfAParcelAndOfThoseSplitFromItGoesInOneOrder() {
        List<RecordedEvent> log = recorded("""
                SplitParcel parcel=p children=c:50:0:50:50 on=2023-06-01
                SplitParcel parcel=c children=d:20:0:20:20 on=2023-06-02
                SupplyLand parcel=d project=a supply=s area=15mu on=2023-06-03
                SupplyLand parcel=p project=a supply=t area=30mu on=2023-06-04
                """);
        Explanation supplied = explain(log, "z", "total/z/2022/supplied", END);
        assertThat(listed(supplied.entries())).containsExactly("9 5");
        assertThat(listed(supplied.basis())).containsExactly("7 10", "7 30", "14 50", "15 20", "16 15", "17 30");
    }

    @Test
    void whatASurveyDoesNotFindIsTakenFromWhatComesNext() {
        List<RecordedEvent> log = recorded(SUPPLIED + "ResurveyParcel parcel=p area=85mu on=2023-07-01");
        assertThat(listed(explain(log, "z", "total/z/2022/surveyed away", END).entries()))
                .containsExactly("9 15");
        assertThat(listed(explain(log, "z", "total/z/2022/not supplied", END).entries()))
                .containsExactly("9 15");
        assertThat(listed(explain(log, "z", "total/z/2022/surveyed away", END).basis()))
                .containsExactly("7 10", "7 30", "14 60", "15 5", "16 5", "17 15");
    }

    @Test
    void whatWasTakenBackCountsForNothingAndIsNoReason() {
        List<RecordedEvent> log = recorded(SUPPLIED + "ReverseEntry position=16");
        Explanation supplied = explain(log, "z", "total/z/2022/supplied", END);
        assertThat(listed(supplied.entries())).containsExactly("9 15");
        assertThat(listed(supplied.basis())).containsExactly("7 10", "7 30", "14 60", "15 5");
        List<RecordedEvent> without = recorded("ReverseEntry position=10");
        assertThat(value(explain(without, "z", "total/z/2023/approved", END))).isEqualTo("0 mu");
    }

    @Test
    void whatWasRecordedLaterIsNotKnown() {
        Asked asked =
                new Asked("approved-not-supplied/total/z/all/supplied", "z", ReportPeriod.year(2023), "mu", END, 14);
        assertThat(Explainer.explain(asked, Evidence.of(LOG, END, 14)).map(WhatApprovedLandIsMadeOfTest::value))
                .contains("50 mu");
    }

    @Test
    void onlyWhatMovesReadyLandConcernsIt() {
        assertThat(concerning("total/z/all/approved")).containsExactly(7L, 9L, 10L, 12L);
        assertThat(concerning("total/z/all/supplied")).containsExactly(7L, 9L, 10L, 12L, 14L, 15L, 16L);
    }

    private static Stream<Long> concerning(String figure) {
        return LOG.stream()
                .filter(recorded -> recorded.position() > 5)
                .filter(recorded ->
                        Interest.in("approved-not-supplied/" + figure).test((LedgerEvent) recorded.payload()))
                .map(RecordedEvent::position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total/z/approved",
                "total/z/all/ready",
                "total/z/all/hoped",
                "by zone/z/all/approved",
                "by zone/z/2022",
                "existing construction land/z/approved",
                "existing construction land/z/2022/ready",
                "new construction land/z/ready",
            })
    void whatNoTableHasIsNoFigure(String figure) {
        assertThat(Explainer.knows("approved-not-supplied/" + figure)).isFalse();
    }
}
