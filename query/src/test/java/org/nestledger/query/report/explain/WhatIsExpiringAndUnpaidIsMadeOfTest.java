package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.nestledger.query.report.explain.WhatAFigureIsMadeOfTest.recorded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.explain.Explanation.Part;

/** Quota whose year ends and instalments that are due, by the events alone. */
class WhatIsExpiringAndUnpaidIsMadeOfTest {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    /** From position 6 on. */
    private static final List<RecordedEvent> QUOTA = recorded(Scenario.ZONES + """
            GrantQuota year=2023 area=50mu on=2023-01-10 doc=1
            AllocateQuota toZone=sub year=2023 area=20mu on=2023-02-01 doc=1
            GrantQuota year=2024 area=6mu on=2023-03-01 doc=1
            RecordOpeningQuota year=2022 available=9mu used=4mu on=2022-12-31
            GrantQuota zone=peer year=2023 area=7mu on=2023-01-10 doc=1
            LapseQuota zone=peer year=2023 area=7mu on=2023-02-10 doc=1
            """);

    private static final String SUPPLIES = Scenario.PARCEL + """
            AcquireLand parcel=p area=100mu existing=100mu on=2023-02-01
            ServiceLand parcel=p area=100mu on=2023-02-02
            IntroduceProject project=a on=2023-02-03
            IntroduceProject zone=sub project=b on=2023-02-03
            """;

    /** The supply has position 11; its instalments are due in the order 2, 1, 3. */
    private static final String INSTALMENTS = SUPPLIES + """
            SupplyLand parcel=p project=a supply=s area=20mu price=100CNY \
            instalments=1:30CNY:2023-06-30,2:40CNY:2023-03-31,3:30CNY:2023-12-31 on=2023-02-04
            RecordLandPayment supply=s amount=45CNY on=2023-03-01
            """;

    private static Optional<Explanation> explain(
            List<RecordedEvent> log, String zone, String figure, String unit, String period, LocalDate asOf) {
        Asked asked = new Asked(figure, zone, ReportPeriod.parse(period), unit, asOf, log.size());
        Optional<Explanation> explained = Explainer.explain(asked, Evidence.of(log, asOf, log.size()));
        explained.ifPresent(found -> assertThat(alone(log, found, asked)).contains(found));
        return explained;
    }

    /** What the contributing records give alone. */
    private static Optional<Explanation> alone(List<RecordedEvent> log, Explanation explained, Asked asked) {
        Set<Long> positions = Contributions.positions(explained);
        List<RecordedEvent> records = log.stream()
                .filter(recorded -> positions.contains(recorded.position()))
                .toList();
        assertThat(records).allMatch(recorded -> Interest.in(asked.measure()).test((LedgerEvent) recorded.payload()));
        return Explainer.explain(asked, Evidence.of(records, asked.asOf(), log.size()));
    }

    private static String value(Optional<Explanation> explained) {
        return explained
                .map(Recount::figure)
                .map(figure -> figure.value() + " " + figure.unit())
                .orElse("none");
    }

    private static String expiring(String zone, String figure, String period, LocalDate asOf) {
        String unit = figure.endsWith("left") ? "days" : "mu";
        return value(explain(QUOTA, zone, "quota/expiring/" + figure, unit, period, asOf));
    }

    private static Optional<Explanation> unpaid(List<RecordedEvent> log, String figure, LocalDate asOf) {
        String unit = figure.endsWith("overdue") ? "days" : "CNY";
        return explain(log, "z", "capital/unpaid instalments/" + figure, unit, "2023", asOf);
    }

    private static String unpaid(String more, String figure) {
        return value(unpaid(recorded(INSTALMENTS + more), figure, END));
    }

    @ParameterizedTest
    @CsvSource({
        "z,    z/2023/available,   2023,    30 mu",
        "z,    z/2023/days left,   2023,    0 days",
        "z,    sub/2023/available, 2023,    20 mu",
        "sub,  sub/2023/available, 2023,    20 mu",
        "sub,  z/2023/available,   2023,    none",
        "z,    z/2023/days left,   2023-Q1, 275 days",
        "z,    z/2022/available,   2023,    9 mu",
        "z,    z/2022/days left,   2023,    0 days",
        "z,    z/2024/available,   2023,    none",
        "z,    z/2024/days left,   2023,    none",
        "peer, peer/2023/available, 2023,   none",
        "peer, peer/2023/days left, 2023-01, 334 days",
        "z,    z/2021/available,   2023,    none",
    })
    void quotaExpiresThatIsLeftOfAYearWhichEndsWithTheReportsOrHasEnded(
            String zone, String figure, String period, String expected) {
        assertThat(expiring(zone, figure, period, END)).isEqualTo(expected);
    }

    @Test
    void daysAreLeftFromTheReportsDayWhenThePeriodEndsLater() {
        assertThat(expiring("z", "z/2023/days left", "2023", END.minusDays(3))).isEqualTo("3 days");
        assertThat(expiring("z", "z/2023/days left", "2023-Q1", END.minusDays(3)))
                .isEqualTo("275 days");
        assertThat(expiring("z", "z/2023/available", "2023", LocalDate.of(2023, 1, 31)))
                .isEqualTo("50 mu");
    }

    @Test
    void theDaysThatAreLeftAreListedWithWhatIsLeftThen() {
        Explanation days = explain(QUOTA, "z", "quota/expiring/sub/2023/days left", "days", "2023-06", END)
                .orElseThrow();
        assertThat(days.entries()).extracting(Entry::position).containsExactly(7L);
        assertThat(days.basis()).extracting(Entry::position).containsExactly(4L);
        assertThat(days.head().formula()).contains("from 2023-06-30 to 2023-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "s/2/agreed, none",
        "s/1/agreed, 30 CNY",
        "s/1/unpaid, 25 CNY",
        "s/1/days overdue, 184 days",
        "s/3/unpaid, 30 CNY",
        "s/3/days overdue, 0 days",
        "s/4/unpaid, none",
        "t/1/unpaid, none",
    })
    void paymentsFillInstalmentsInTheOrderInWhichTheyAreDue(String figure, String expected) {
        assertThat(unpaid("", figure)).isEqualTo(expected);
    }

    @Test
    void anInstalmentIsDueFromItsDayOn() {
        List<RecordedEvent> log = recorded(INSTALMENTS);
        assertThat(value(unpaid(log, "s/1/unpaid", LocalDate.of(2023, 6, 29)))).isEqualTo("none");
        assertThat(value(unpaid(log, "s/1/days overdue", LocalDate.of(2023, 6, 30))))
                .isEqualTo("0 days");
        assertThat(value(unpaid(log, "s/2/unpaid", LocalDate.of(2023, 2, 28)))).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "RecordLandPayment supply=s amount=25CNY on=2023-07-01, none, 30 CNY",
        "RecordLandPayment supply=s amount=24CNY on=2023-07-01, 1 CNY, 30 CNY",
        "ReverseEntry position=12, 30 CNY, 30 CNY",
        "RescindSupply supply=s area=5mu priceReduction=20CNY on=2023-08-01, 25 CNY, 10 CNY",
        "RescindSupply supply=s area=5mu priceReduction=40CNY on=2023-08-01, 15 CNY, none",
        "RescindSupply supply=s area=5mu on=2023-08-01, 25 CNY, 30 CNY",
    })
    void whatIsOwedIsThePriceLessItsReductionsAndPayments(String more, String first, String third) {
        assertThat(unpaid(more, "s/1/unpaid")).isEqualTo(first);
        assertThat(unpaid(more, "s/3/unpaid")).isEqualTo(third);
    }

    @Test
    void theSupplyThatWasRecordedAnewIsOwedByItsOwnTerms() {
        String reversed = "ReverseEntry position=12\nReverseEntry position=11\n";
        assertThat(unpaid(reversed, "s/1/unpaid")).isEqualTo("none");
        String anew = reversed + """
                SupplyLand parcel=p project=a supply=s area=20mu price=70CNY instalments=1:70CNY:2023-05-01 on=2023-02-05
                RecordLandPayment supply=s amount=50CNY on=2023-06-01
                ReverseEntry position=16
                RecordLandPayment supply=s amount=10CNY on=2023-06-01
                """;
        assertThat(unpaid(anew, "s/1/unpaid")).isEqualTo("60 CNY");
        assertThat(unpaid(anew, "s/3/unpaid")).isEqualTo("none");
        assertThat(unpaid(anew, "s/1/days overdue")).isEqualTo("244 days");
    }

    @Test
    void whatIsUnpaidListsItsFourParts() {
        Explanation unpaid = unpaid(recorded(INSTALMENTS), "s/1/unpaid", END).orElseThrow();
        assertThat(unpaid.parts())
                .extracting(
                        Part::name, part -> Recount.figure(part.explanation()).value())
                .containsExactly(
                        tuple("owed", "100"), tuple("paid", "45"), tuple("before", "40"), tuple("agreed", "30"));
        assertThat(unpaid.entries()).extracting(Entry::position).containsExactly(11L, 12L, 11L, 11L);
        assertThat(unpaid.entries())
                .extracting(Entry::entity)
                .containsExactly(null, null, "instalment 2", "instalment 1");
    }

    @Test
    void aSupplyOfAZoneBelowIsThereWithItsDesignation() {
        List<RecordedEvent> log = recorded(Scenario.ZONES + """
                RegisterParcel zone=sub parcel=q area=50mu on=2023-01-01
                AcquireLand zone=sub parcel=q area=30mu existing=30mu on=2023-01-02
                ServiceLand zone=sub parcel=q area=30mu on=2023-01-03
                IntroduceProject zone=sub project=b on=2023-01-03
                SupplyLand zone=sub parcel=q project=b supply=t area=9mu price=9CNY instalments=1:9CNY:2023-05-01 on=2023-02-04
                """);
        String figure = "capital/unpaid instalments/t/1/agreed";
        Explanation agreed = explain(log, "z", figure, "CNY", "2023", END).orElseThrow();
        assertThat(agreed.entries()).extracting(Entry::position).containsExactly(10L);
        assertThat(agreed.basis()).extracting(Entry::position).containsExactly(4L, 10L);
        assertThat(explain(log, "peer", figure, "CNY", "2023", END)).isEmpty();
    }

    @Test
    void whatCannotBeHeldAgainstThePriceIsPassedOver() {
        String odd = SUPPLIES + """
                SupplyLand parcel=p project=a supply=s area=20mu price=100CNY \
                instalments=1:5USD:2023-03-01,2:40CNY:2023-04-01 on=2023-02-04
                SupplyLand parcel=p project=a supply=u area=20mu instalments=1:5CNY:2023-03-01 on=2023-02-04
                """;
        assertThat(value(unpaid(recorded(odd), "s/1/unpaid", END))).isEqualTo("none");
        assertThat(value(unpaid(recorded(odd), "s/2/unpaid", END))).isEqualTo("40 CNY");
        assertThat(value(unpaid(recorded(odd), "u/1/unpaid", END))).isEqualTo("none");
    }

    @Test
    void instalmentsOfOneNumberThatAreBothUnpaidAreNotToldFromEachOther() {
        String twice = SUPPLIES + """
                SupplyLand parcel=p project=a supply=s area=20mu price=9CNY \
                instalments=1:4CNY:2023-03-01,1:5CNY:2023-04-01 on=2023-02-04
                """;
        assertThat(value(unpaid(recorded(twice), "s/1/unpaid", END))).isEqualTo("none");
        assertThat(value(unpaid(
                        recorded(twice + "RecordLandPayment supply=s amount=6CNY on=2023-02-05\n"), "s/1/unpaid", END)))
                .isEqualTo("3 CNY");
    }

    @Test
    void whatHappensToAnotherSupplyDoesNotConcernIt() {
        List<RecordedEvent> log = recorded(INSTALMENTS + """
                SupplyLand parcel=p project=a supply=u area=2mu price=9CNY on=2023-02-04
                RecordLandPayment supply=u amount=9CNY on=2023-02-05
                ReverseEntry position=14
                ReverseEntry position=12
                """);
        assertThat(log.stream()
                        .filter(recorded -> Interest.in("capital/unpaid instalments/s/1/unpaid")
                                .test((LedgerEvent) recorded.payload()))
                        .map(RecordedEvent::position))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 11L, 12L, 16L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quota/expiring/z/2023/opening",
                "quota/expiring/z/someday/available",
                "quota/expiring/z/2023",
                "capital/unpaid instalments/s/1/paid",
                "capital/unpaid instalments/s/1",
            })
    void whatTheListsDoNotHaveIsNoFigure(String figure) {
        assertThat(Explainer.knows(figure)).isFalse();
    }
}
