package org.nestledger.query.report.capital;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Money;
import org.nestledger.core.supply.Instalment;
import org.nestledger.query.report.capital.UnclearInstalment.Reason;

/**
 * Which instalments of a supply are due and unpaid. Payments fill the instalments in the order in which they are due,
 * those without a date last. Instalments are owed in the same order, and no more than the price after its reductions: what
 * they sum to beyond it is not due, and what the price has beyond them has no day on which it is.
 */
final class Instalments {

    private static final Comparator<Instalment> IN_DUE_ORDER = Comparator.comparing(
                    Instalment::dueOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparingInt(Instalment::number);

    private final PricedSupply supply;
    private final LocalDate asOf;
    private final List<UnpaidInstalment> unpaid = new ArrayList<>();
    private final List<UnclearInstalment> unclear = new ArrayList<>();

    private Instalments(PricedSupply supply, LocalDate asOf) {
        this.supply = supply;
        this.asOf = asOf;
    }

    static Instalments of(PricedSupply supply, LocalDate asOf) {
        Instalments instalments = new Instalments(supply, asOf);
        instalments.fill();
        return instalments;
    }

    List<UnpaidInstalment> unpaid() {
        return unpaid;
    }

    List<UnclearInstalment> unclear() {
        return unclear;
    }

    private void fill() {
        long before = 0;
        for (Instalment instalment :
                supply.instalments().stream().sorted(IN_DUE_ORDER).toList()) {
            Reason reason = reason(instalment.amount());
            Money amount = instalment.amount();
            if (reason != null || amount == null) {
                addUnclear(instalment, reason == null ? Reason.AMOUNT_UNKNOWN : reason);
            } else {
                // Never beyond what is owed, so that it is no overflow whatever they sum to.
                long after = before + Math.min(amount.minor(), supply.owed() - before);
                long open = after - Math.max(before, supply.paid());
                addUnpaid(instalment, amount, open);
                before = after;
            }
        }
    }

    private @Nullable Reason reason(@Nullable Money amount) {
        if (supply.currency() == null) {
            return Reason.PRICE_UNKNOWN;
        } else if (amount == null) {
            return Reason.AMOUNT_UNKNOWN;
        }
        return amount.currency().equals(supply.currency()) ? null : Reason.OTHER_CURRENCY;
    }

    private void addUnpaid(Instalment instalment, Money agreed, long open) {
        LocalDate dueOn = instalment.dueOn();
        if (open > 0 && dueOn != null && !dueOn.isAfter(asOf)) {
            unpaid.add(new UnpaidInstalment(
                    supply.zone(),
                    supply.project(),
                    supply.supply(),
                    instalment.number(),
                    dueOn,
                    agreed.quantity(),
                    Money.quantityOf(open, agreed.currency()),
                    ChronoUnit.DAYS.between(dueOn, asOf)));
        }
    }

    private void addUnclear(Instalment instalment, Reason reason) {
        LocalDate dueOn = instalment.dueOn();
        if (dueOn != null && !dueOn.isAfter(asOf)) {
            unclear.add(new UnclearInstalment(
                    supply.zone(), supply.project(), supply.supply(), instalment.number(), dueOn, reason));
        }
    }
}
