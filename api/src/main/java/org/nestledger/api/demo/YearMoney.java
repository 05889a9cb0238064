package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nestledger.core.fund.FundCommand.RecordFunding;
import org.nestledger.core.fund.FundCommand.RecordLandPayment;
import org.nestledger.core.fund.FundCommand.RefundLandPrice;
import org.nestledger.core.fund.FundingSource;
import org.nestledger.core.measure.Money;
import org.nestledger.core.supply.Instalment;

/** The land bank's money: what it is given, and what is paid for land, in time, late or not at all. */
final class YearMoney {

    /** Its first payment turns out later never to have arrived. */
    static final String RETURNED = "s-2023-059";

    private static final LocalDate LAST = LocalDate.of(2023, 12, 28);
    private static final int MISPOSTED = 21;
    private static final String MISPOSTED_TO = "s-2023-033";

    private static final List<Grant> GRANTS = List.of(
            new Grant(LocalDate.of(2023, 1, 9), FundingSource.CAPITAL, 30_000),
            new Grant(LocalDate.of(2023, 1, 18), FundingSource.BOND, 42_000),
            new Grant(LocalDate.of(2023, 3, 30), FundingSource.FISCAL_RETURN, 4_500),
            new Grant(LocalDate.of(2023, 4, 10), FundingSource.LOAN, 24_000),
            new Grant(LocalDate.of(2023, 6, 29), FundingSource.FISCAL_RETURN, 4_800),
            new Grant(LocalDate.of(2023, 7, 20), FundingSource.LOAN, 12_000),
            new Grant(LocalDate.of(2023, 9, 28), FundingSource.FISCAL_RETURN, 5_100),
            new Grant(LocalDate.of(2023, 12, 21), FundingSource.FISCAL_RETURN, 5_700));

    /** @param wan units of ten thousand yuan, for the zone and its two parts together */
    private record Grant(LocalDate day, FundingSource source, long wan) {}

    private final Schedule schedule;
    private final Dice dice;
    private final List<RecordLandPayment> payments = new ArrayList<>();

    YearMoney(Schedule schedule, Dice dice) {
        this.schedule = schedule;
        this.dice = dice;
    }

    void planFunding() {
        for (Grant grant : GRANTS) {
            fund(DemoZones.ZONE, grant, grant.wan() * 4 / 10);
            fund(DemoZones.GAOXIN, grant, grant.wan() * 3 / 10);
            fund(DemoZones.JINLI, grant, grant.wan() * 3 / 10);
        }
    }

    private void fund(String zone, Grant grant, long wan) {
        schedule.fact(
                grant.day(),
                new RecordFunding(zone, grant.source(), YearProjects.wan(wan), null, grant.day(), Paper.none()));
    }

    /** All payments, in the order of the supplies. */
    List<RecordLandPayment> plan(List<DemoSupply> supplies) {
        for (DemoSupply supply : supplies) {
            if (supply.rescission() == null) {
                supply.command().instalments().forEach(instalment -> pay(supply, instalment));
            } else {
                payAndRefund(supply, supply.rescission());
            }
        }
        return payments;
    }

    private void pay(DemoSupply supply, Instalment instalment) {
        LocalDate due = Objects.requireNonNull(instalment.dueOn());
        LocalDate inTime = Workdays.onOrBefore(due.minusDays(dice.between(0, 6)));
        LocalDate late = Workdays.onOrAfter(due.plusDays(dice.between(8, 45)));
        Money all = amount(instalment);
        switch (supply.number() % 10 + 10 * instalment.number()) {
            case 10, 28 -> pay(supply, all, late);
            case 13, 23, 27 -> {
                // due, and unpaid
            }
            case 15 -> {
                Money half = new Money(all.minor() / 2, all.currency());
                pay(supply, half, inTime);
                pay(supply, new Money(all.minor() - half.minor(), all.currency()), late);
            }
            default -> pay(supply, all, inTime);
        }
    }

    private void pay(DemoSupply supply, Money amount, LocalDate day) {
        if (day.isAfter(LAST)) {
            return;
        }
        RecordLandPayment payment = payment(supply, supply.command().supply(), amount, day);
        if (supply.number() == MISPOSTED && payments.getLast().supply().equals(payment.supply())) {
            schedule.mistaken(
                    day.plusDays(2),
                    payment(supply, MISPOSTED_TO, amount, day),
                    "it was posted to another contract",
                    payment,
                    supply.recordedAt());
        } else {
            schedule.fact(day, payment, supply.recordedAt());
        }
        payments.add(payment);
    }

    private static RecordLandPayment payment(DemoSupply supply, String of, Money amount, LocalDate day) {
        return new RecordLandPayment(supply.command().zone(), of, amount, day, Paper.none());
    }

    private static Money amount(Instalment instalment) {
        return Objects.requireNonNull(instalment.amount());
    }

    /** Paid before the price was reduced; what was overpaid by that is paid back. */
    private void payAndRefund(DemoSupply supply, DemoSupply.Rescission rescission) {
        Instant paid = supply.recordedAt();
        LocalDate day = supply.day().plusDays(24);
        long sum = 0;
        for (Instalment instalment : supply.isGivenBack()
                ? supply.command().instalments().subList(0, 1)
                : supply.command().instalments()) {
            RecordLandPayment payment = payment(supply, supply.command().supply(), amount(instalment), day);
            paid = schedule.promptly(day, payment, paid);
            payments.add(payment);
            sum += payment.amount().minor();
            day = day.plusDays(7);
        }
        long reduction =
                Objects.requireNonNull(rescission.command().priceReduction()).minor();
        LocalDate refunded =
                Workdays.onOrAfter(rescission.command().occurredOn().plusDays(21));
        schedule.fact(
                refunded,
                new RefundLandPrice(
                        supply.command().zone(),
                        supply.command().supply(),
                        new Money(Math.min(sum, reduction), "CNY"),
                        "the price was reduced",
                        refunded,
                        Paper.none()),
                paid,
                rescission.recordedAt());
    }
}
