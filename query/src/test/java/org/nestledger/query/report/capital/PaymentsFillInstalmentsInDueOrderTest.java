package org.nestledger.query.report.capital;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nestledger.core.measure.Money;
import org.nestledger.core.supply.Instalment;
import org.nestledger.query.report.capital.UnclearInstalment.Reason;

class PaymentsFillInstalmentsInDueOrderTest {

    private static final LocalDate JUNE = LocalDate.of(2023, 6, 30);
    private static final List<Instalment> THREE =
            List.of(instalment(3, "2023-12-31", 30), instalment(1, "2023-03-31", 40), instalment(2, "2023-06-30", 30));

    @Test
    void whatIsDueAndUnpaidIsListedWithItsDelay() {
        assertThat(unpaid(100, 0, THREE, JUNE)).containsExactly("1: 40 of 40, 91 days", "2: 30 of 30, 0 days");
        assertThat(unpaid(100, 0, THREE, JUNE.minusDays(1))).containsExactly("1: 40 of 40, 90 days");
        assertThat(unpaid(100, 0, THREE, LocalDate.of(2023, 3, 30))).isEmpty();
    }

    @Test
    void paymentsFillTheEarliestFirst() {
        assertThat(unpaid(100, 39, THREE, JUNE)).containsExactly("1: 1 of 40, 91 days", "2: 30 of 30, 0 days");
        assertThat(unpaid(100, 40, THREE, JUNE)).containsExactly("2: 30 of 30, 0 days");
        assertThat(unpaid(100, 70, THREE, JUNE)).isEmpty();
        assertThat(unpaid(100, 100, THREE, LocalDate.of(2030, 1, 1))).isEmpty();
    }

    @Test
    void aReducedPriceIsOwedNoFurtherThanItGoes() {
        LocalDate end = LocalDate.of(2023, 12, 31);
        assertThat(unpaid(80, 0, THREE, end))
                .containsExactly("1: 40 of 40, 275 days", "2: 30 of 30, 184 days", "3: 10 of 30, 0 days");
        assertThat(unpaid(0, 0, THREE, end)).isEmpty();
        assertThat(unpaid(50, 60, THREE, end)).isEmpty();
    }

    @Test
    void instalmentsMaySumToMoreThanAnyAmountCanBe() {
        long most = 90_000_000_000_000_000L;
        List<Instalment> mistyped = List.of(
                instalment(1, "2023-01-01", most), instalment(2, "2023-02-01", most), instalment(3, null, most));
        assertThat(unpaid(40, 10, mistyped, JUNE)).containsExactly("1: 30 of " + most + ", 180 days");
    }

    @Test
    void instalmentsThatSumToLessThanThePriceLeaveARestThatIsNotDue() {
        assertThat(unpaid(500, 100, THREE, LocalDate.of(2024, 1, 1))).isEmpty();
    }

    @Test
    void anInstalmentWithoutADateIsFilledLastAndNeverDue() {
        List<Instalment> undated = List.of(instalment(1, null, 50), instalment(2, "2023-01-01", 50));
        assertThat(unpaid(100, 50, undated, JUNE)).isEmpty();
        assertThat(unpaid(100, 40, undated, JUNE)).containsExactly("2: 10 of 50, 180 days");
    }

    @Test
    void ofTwoOnOneDayTheFirstNumberIsFilledFirst() {
        List<Instalment> twins = List.of(instalment(2, "2023-01-01", 10), instalment(1, "2023-01-01", 10));
        assertThat(unpaid(20, 15, twins, JUNE)).containsExactly("2: 5 of 10, 180 days");
    }

    @Test
    void whatCannotBeToldIsListedApart() {
        List<Instalment> odd = List.of(
                new Instalment(1, LocalDate.of(2023, 1, 1), null),
                new Instalment(2, LocalDate.of(2023, 2, 1), Money.of("1", "USD")),
                instalment(3, "2023-03-01", 10),
                new Instalment(4, LocalDate.of(2023, 12, 1), null));
        Instalments instalments = Instalments.of(supply("CNY", 10, 0, odd), JUNE);
        assertThat(instalments.unclear())
                .extracting(UnclearInstalment::reason)
                .containsExactly(Reason.AMOUNT_UNKNOWN, Reason.OTHER_CURRENCY);
        assertThat(instalments.unpaid()).extracting(UnpaidInstalment::number).containsExactly(3);
        assertThat(Instalments.of(supply(null, 0, 0, THREE), JUNE).unclear())
                .extracting(UnclearInstalment::reason)
                .containsExactly(Reason.PRICE_UNKNOWN, Reason.PRICE_UNKNOWN);
    }

    private static List<String> unpaid(long owed, long paid, List<Instalment> instalments, LocalDate asOf) {
        return Instalments.of(supply("CNY", owed * 100, paid * 100, instalments), asOf).unpaid().stream()
                .map(each -> each.number() + ": " + each.unpaid().value() + " of "
                        + each.agreed().value() + ", " + each.daysOverdue() + " days")
                .toList();
    }

    private static PricedSupply supply(@Nullable String currency, long owed, long paid, List<Instalment> instalments) {
        return new PricedSupply("z", "p", "s", currency, owed, paid, instalments);
    }

    private static Instalment instalment(int number, @Nullable String dueOn, long yuan) {
        return new Instalment(number, dueOn == null ? null : LocalDate.parse(dueOn), Money.yuan(String.valueOf(yuan)));
    }
}
