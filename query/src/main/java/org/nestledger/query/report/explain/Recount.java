package org.nestledger.query.report.explain;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.Period;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.Value;
import org.nestledger.query.report.explain.Explanation.DaysSince;
import org.nestledger.query.report.explain.Explanation.Distinct;
import org.nestledger.query.report.explain.Explanation.Duration;
import org.nestledger.query.report.explain.Explanation.Interval;
import org.nestledger.query.report.explain.Explanation.Outstanding;
import org.nestledger.query.report.explain.Explanation.Proportion;
import org.nestledger.query.report.explain.Explanation.Quotient;
import org.nestledger.query.report.explain.Explanation.Rank;
import org.nestledger.query.report.explain.Explanation.Ranked;
import org.nestledger.query.report.explain.Explanation.Same;
import org.nestledger.query.report.explain.Explanation.Spread;
import org.nestledger.query.report.explain.Explanation.Stated;
import org.nestledger.query.report.explain.Explanation.Sum;

/** Computes a figure from its explanation and nothing else: no database, no read model. */
public final class Recount {

    private static final int PERCENT = 100;
    private static final int MICRO = 6;

    private Recount() {}

    public static Figure figure(Explanation explained) {
        Head head = explained.head();
        return explained instanceof Stated stated
                ? stated(head, inMu(stated.quantity()))
                : value(explained).figure(head.measure(), head.subject(), head.period());
    }

    private static Figure stated(Head head, Quantity quantity) {
        return new Figure(head.measure(), head.subject(), head.period(), quantity.value(), quantity.unit(), null);
    }

    /** An area as it is written, with six decimals. */
    private static Quantity inMu(Quantity stated) {
        return AreaUnit.isOne(stated.unit())
                ? AreaUnit.of(stated.unit()).in(AreaUnit.MU, stated.decimal()).quantity()
                : stated;
    }

    /** An area in mu with all decimals. */
    private static BigDecimal exact(Quantity stated) {
        return AreaUnit.isOne(stated.unit())
                ? AreaUnit.of(stated.unit())
                        .microMu()
                        .multiply(stated.decimal())
                        .movePointLeft(MICRO)
                        .stripTrailingZeros()
                : stated.decimal();
    }

    static Value value(Explanation explained) {
        String unit = explained.head().unit();
        return switch (explained) {
            case Sum sum -> Value.amount(total(sum.entries(), unit, sum.less()), unit);
            case Distinct distinct -> Value.amount(BigDecimal.valueOf(counted(distinct)), unit);
            case Quotient of ->
                Value.quotient(
                        value(of.numerator()).numerator(),
                        value(of.denominator()).numerator(),
                        PERCENT,
                        unit);
            case Interval of ->
                Value.quotient(BigDecimal.valueOf(days(of)), value(of.count()).numerator(), 1, unit);
            case Duration duration -> Value.amount(BigDecimal.valueOf(days(duration)), unit);
            case DaysSince since ->
                Value.amount(BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(since.day(), since.last()))), unit);
            case Spread spread -> Value.amount(spread.statistic().of(amounts(spread)), unit);
            case Stated stated -> Value.amount(exact(stated.quantity()), unit);
            case Same same -> value(same.figure());
            case Outstanding of -> Value.amount(outstanding(of), unit);
            case Proportion of -> proportion(of.numerator(), of.denominator(), unit);
            case Rank rank -> Value.amount(BigDecimal.valueOf(1 + better(rank)), unit);
            case Ranked ranked ->
                Value.amount(BigDecimal.valueOf(ranked.ranked().size()), unit);
        };
    }

    private static List<BigDecimal> amounts(Spread spread) {
        return spread.entries().stream()
                .map(entry -> entry.amount() == null
                        ? BigDecimal.ZERO
                        : BigDecimal.valueOf(entry.amount().whole()))
                .toList();
    }

    /** In whole numbers, whatever decimals the two are written with. */
    private static Value proportion(Explanation one, Explanation other, String unit) {
        BigDecimal numerator = numerator(one).multiply(denominator(other));
        BigDecimal denominator = numerator(other).multiply(denominator(one));
        int decimals = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
        return Value.quotient(
                numerator.movePointRight(decimals),
                denominator.movePointRight(decimals),
                unit.equals(Value.PERCENT) ? PERCENT : 1,
                unit);
    }

    private static BigDecimal numerator(Explanation explained) {
        if (explained instanceof Stated stated) {
            return exact(stated.quantity());
        }
        Figure figure = figure(explained);
        Ratio ratio = figure.ratio();
        if (ratio == null) {
            return new BigDecimal(figure.value());
        }
        BigDecimal whole = new BigDecimal(ratio.numerator());
        return figure.unit().equals(Value.PERCENT) ? whole.multiply(BigDecimal.valueOf(PERCENT)) : whole;
    }

    private static BigDecimal denominator(Explanation explained) {
        Ratio ratio = figure(explained).ratio();
        return ratio == null ? BigDecimal.ONE : new BigDecimal(ratio.denominator());
    }

    private static BigDecimal total(List<Entry> entries, String unit, @Nullable Flow less) {
        BigDecimal total = BigDecimal.ZERO;
        for (Entry entry : entries) {
            Amount amount = entry.amount();
            if (amount != null && amount.unit().equals(unit)) {
                total = total.add(signed(entry, amount, less));
            }
        }
        return total;
    }

    private static BigDecimal signed(Entry entry, Amount amount, @Nullable Flow less) {
        BigDecimal whole = BigDecimal.valueOf(amount.whole());
        return less != null && entry.flow() == less ? whole.negate() : whole;
    }

    private static long counted(Distinct distinct) {
        Map<String, BigDecimal> net = new HashMap<>();
        for (Entry entry : distinct.entries()) {
            Amount amount = entry.amount();
            if (amount != null && entry.entity() != null) {
                net.merge(entry.entity(), signed(entry, amount, distinct.less()), BigDecimal::add);
            }
        }
        return net.values().stream().filter(amount -> amount.signum() > 0).count();
    }

    private static long days(Interval interval) {
        return interval.last().isBefore(interval.first()) ? 0 : new Period(interval.first(), interval.last()).days();
    }

    private static long days(Duration duration) {
        return new Period(
                        Objects.requireNonNull(duration.application().appliedOn()),
                        duration.grants().stream()
                                .map(Entry::occurredOn)
                                .reduce((one, other) -> one.isAfter(other) ? one : other)
                                .orElseThrow())
                .days();
    }

    private static BigDecimal outstanding(Outstanding of) {
        BigDecimal before = value(of.before()).numerator();
        BigDecimal after = before.add(value(of.agreed()).numerator());
        BigDecimal due = after.min(value(of.owed()).numerator());
        return due.subtract(before.max(value(of.paid()).numerator())).max(BigDecimal.ZERO);
    }

    private static long better(Rank rank) {
        Value own = rank.ranked().stream()
                .filter(each -> each.head().subject().equals(rank.head().subject()))
                .findFirst()
                .map(Recount::value)
                .orElseThrow();
        return rank.ranked().stream()
                .mapToInt(each -> value(each).compareTo(own))
                .filter(order -> rank.fewestFirst() ? order < 0 : order > 0)
                .count();
    }

    /** Whether it is worth a rank: amounts and counts of nothing are not. */
    static boolean isZero(Explanation explained) {
        return value(explained).isZero();
    }
}
