package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.measure.Money;
import org.nestledger.core.supply.Instalment;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.explain.Evidence.Posted;
import org.nestledger.query.report.explain.Evidence.Standing;
import org.nestledger.query.report.explain.Explanation.DaysSince;
import org.nestledger.query.report.explain.Explanation.Outstanding;
import org.nestledger.query.report.explain.Explanation.Sum;

/**
 * An instalment that is due and can be held against the price, with those before it.
 *
 * @param dueOn no later than the report's day
 * @param before the amounts of those before it that can be, in due order
 * @param amount of the instalment itself
 */
record DueInstalment(
        Inquiry inquiry,
        Standing<LandSupplied> contract,
        int number,
        LocalDate dueOn,
        List<Entry> before,
        Entry amount) {

    private static final Comparator<Instalment> IN_DUE_ORDER = Comparator.comparing(
                    Instalment::dueOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparingInt(Instalment::number);

    /** What is owed grows by the first, as what is paid does by the second. */
    private static final Map<Flow, Integer> OWED = Map.of(Flow.PRICE, 1, Flow.PRICE_RESCIND, -1);

    private static final Map<Flow, Integer> PAID = Map.of(Flow.PAYMENT, 1, Flow.REFUND, -1);

    /** Those of a contract. An instalment of no amount, or in another currency than the price, is as if it were not agreed. */
    static List<DueInstalment> of(Standing<LandSupplied> contract, Inquiry inquiry) {
        List<DueInstalment> all = new ArrayList<>();
        List<Entry> before = new ArrayList<>();
        Money price = contract.event().terms().price();
        contract.event().terms().instalments().stream().sorted(IN_DUE_ORDER).forEach(instalment -> {
            Money amount = instalment.amount();
            LocalDate dueOn = instalment.dueOn();
            if (price != null && amount != null && amount.currency().equals(price.currency())) {
                Entry entry = Entry.of(
                        contract, new Amount(amount.minor(), amount.currency()), "instalment " + instalment.number());
                if (dueOn != null && !dueOn.isAfter(inquiry.asked().asOf())) {
                    all.add(new DueInstalment(inquiry, contract, instalment.number(), dueOn, before, entry));
                }
                before.add(entry);
            }
        });
        return all;
    }

    DueInstalment {
        before = List.copyOf(before);
    }

    boolean isUnpaid() {
        return !Recount.isZero(unpaid());
    }

    Sum agreed() {
        return new Sum(inquiry.head(currency(), inquiry.formula()), List.of(amount), null, reasons());
    }

    Outstanding unpaid() {
        return new Outstanding(
                inquiry.head(currency(), inquiry.formula()),
                sum("price", "prices less what of them is no longer owed", moved(OWED)),
                sum("price", "payments less refunds", moved(PAID)),
                sum("instalments", "the instalments of the contract that are due before it", before),
                sum("instalment", "the instalment as agreed", List.of(amount)));
    }

    DaysSince daysOverdue() {
        LocalDate day = inquiry.asked().asOf();
        String words = "the days from %s, when the instalment is due, to %s".formatted(dueOn, day);
        return new DaysSince(inquiry.head(Amounts.DAYS, words), dueOn, day, List.of(amount), reasons());
    }

    /** A part of the answer, which is about the supply. */
    private Sum sum(String measure, String words, List<Entry> entries) {
        Head head = new Head(
                measure, contract.event().supply(), inquiry.asked().period().text(), currency(), words);
        return new Sum(head, entries, null, zones());
    }

    private String currency() {
        return Objects.requireNonNull(amount.amount()).unit();
    }

    /** Why it is not paid: all that was ever owed and paid, in whatever zone the contract is. */
    private List<Entry> reasons() {
        return Stream.of(zones(), moved(OWED), moved(PAID))
                .flatMap(List::stream)
                .toList();
    }

    private List<Entry> zones() {
        return inquiry.basis(Stream.of(contract.event().zone()), List.of());
    }

    private List<Entry> moved(Map<Flow, Integer> signs) {
        return inquiry.evidence()
                .movements(signs.keySet().toArray(Flow[]::new))
                .filter(this::isOfSupply)
                .map(posted -> Inquiry.entry(
                        posted,
                        Objects.requireNonNull(signs.get(posted.movement().flow())),
                        null))
                .toList();
    }

    private boolean isOfSupply(Posted posted) {
        String supply = contract.event().supply();
        return supply.equals(posted.movement().from().supply())
                || supply.equals(posted.movement().to().supply());
    }
}
