package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.nestledger.query.report.explain.WhatAFigureIsMadeOfTest.recorded;

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
import org.nestledger.query.report.explain.Explanation.Part;

/** Instalments that are due and not wholly paid, by the events alone. */
class WhatIsUnpaidIsMadeOfTest {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);

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
            List<RecordedEvent> log, String zone, String figure, String unit, LocalDate asOf) {
        return Alone.explain(
                log,
                new Asked(
                        "capital/unpaid instalments/" + figure,
                        zone,
                        ReportPeriod.parse("2023"),
                        unit,
                        asOf,
                        log.size()));
    }

    private static String value(Optional<Explanation> explained) {
        return Alone.value(explained);
    }

    private static Optional<Explanation> unpaid(List<RecordedEvent> log, String figure, LocalDate asOf) {
        String unit = figure.endsWith("overdue") ? "days" : "CNY";
        return explain(log, "z", figure, unit, asOf);
    }

    private static String unpaid(String more, String figure) {
        return value(unpaid(recorded(INSTALMENTS + more), figure, END));
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
        String figure = "t/1/agreed";
        Explanation agreed = explain(log, "z", figure, "CNY", END).orElseThrow();
        assertThat(agreed.entries()).extracting(Entry::position).containsExactly(10L);
        assertThat(agreed.basis()).extracting(Entry::position).containsExactly(4L, 10L);
        assertThat(explain(log, "peer", figure, "CNY", END)).isEmpty();
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
        assertThat(Alone.concerning("capital/unpaid instalments/s/1/unpaid", log))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 11L, 12L, 16L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "capital/unpaid instalments/s/1/paid",
                "capital/unpaid instalments/s/1",
            })
    void whatTheListDoesNotHaveIsNoFigure(String figure) {
        assertThat(Explainer.knows(figure)).isFalse();
    }
}
