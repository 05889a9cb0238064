package org.nestledger.core.fund;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.fund.FundEvent.LandPaid;
import org.nestledger.core.fund.FundEvent.LandPriceRefunded;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.DaySeries;
import org.nestledger.core.measure.Money;
import org.nestledger.core.supply.Supply;

/** The price of one supply: what of it is due, and what was overpaid, which is a receivable below zero. */
public final class LandPrice {

    private LandPrice() {}

    static Boundary boundary(String supply) {
        return Supply.boundary(supply).and("supply:" + supply, LandPaid.class, LandPriceRefunded.class);
    }

    private static DaySeries receivable(Facts facts, String supply) {
        return facts.balances().of(Account.RECEIVABLE_LAND_PRICE, supply);
    }

    /** Whether money in this currency can be paid or paid back: the price is known, and in it. */
    static @Nullable Rejection currencyRefusal(Facts facts, String supply, Money amount) {
        Money price = Supply.known(facts, supply).terms().price();
        if (price == null) {
            return Rejection.of(
                    RefusalCode.PRICE_UNKNOWN,
                    "The price of supply " + supply + " is unknown.",
                    "What is due is not known either: reverse the supply and record it with its price.");
        }
        return price.currency().equals(amount.currency())
                ? null
                : Rejection.of(
                        RefusalCode.CURRENCY_DIFFERS,
                        "The price of supply " + supply + " is in " + price.currency() + ".",
                        "State the amount in that currency.");
    }

    /**
     * Never more is paid than is due on the day, nor so much that a later payment would be more than is due on its own
     * day. A later reduction of the price does not make an earlier payment wrong: it makes it overpaid.
     */
    static @Nullable Rejection dueRefusal(Facts facts, String supply, Money amount, LocalDate day) {
        DaySeries receivable = receivable(facts, supply);
        long due = Stream.concat(
                        Stream.of(day),
                        facts.standing(LandPaid.class).stream()
                                .filter(paid -> paid.supply().equals(supply))
                                .map(LandPaid::occurredOn)
                                .filter(later -> later.isAfter(day)))
                .mapToLong(receivable::at)
                .reduce(Long.MAX_VALUE, Math::min);
        return amount.minor() <= due
                ? null
                : Rejection.of(
                                RefusalCode.EXCEEDS_DUE,
                                "Less is due for supply " + supply + " on " + day
                                        + ", or less is left of it by later payments.",
                                "State what was really paid of the price, or correct the day.")
                        .with("due", new Money(Math.max(0, due), amount.currency()));
    }

    /** Never more is paid back than was overpaid on the day and on every later one. */
    static @Nullable Rejection overpaidRefusal(Facts facts, String supply, Money amount, LocalDate day) {
        long overpaid = Math.max(0, Math.negateExact(receivable(facts, supply).greatest(day)));
        return amount.minor() <= overpaid
                ? null
                : overpaid(supply, day).with("overpaid", new Money(overpaid, amount.currency()));
    }

    /** Whether all that was paid back had been overpaid. */
    public static @Nullable Rejection refundRefusal(Facts after, String supply) {
        DaySeries receivable = receivable(after, supply);
        return after.standing(LandPriceRefunded.class).stream()
                .filter(refund -> refund.supply().equals(supply))
                .filter(refund -> receivable.greatest(refund.occurredOn()) > 0)
                .findFirst()
                .map(refund -> overpaid(supply, refund.occurredOn()))
                .orElse(null);
    }

    private static Rejection overpaid(String supply, LocalDate day) {
        return Rejection.of(
                RefusalCode.EXCEEDS_OVERPAID,
                "Less was overpaid for supply " + supply + " on or after " + day + ".",
                "Refund at most what was overpaid; record the rescission with its price reduction first.");
    }
}
