package org.nestledger.query.report.explain;

import static org.nestledger.query.report.explain.FlowSum.Term.minus;
import static org.nestledger.query.report.explain.FlowSum.Term.plus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.query.report.capital.CapitalItem;
import org.nestledger.query.report.explain.FlowSum.Term;

/**
 * What the figures of the capital report are: {@code total} or {@code by zone}, zone, item, and when; or {@code unpaid
 * instalments}, supply, number, and what of it.
 */
final class CapitalFigures {

    private record Sum(String formula, List<Term> terms) {
        static Sum of(String formula, Term... terms) {
            return new Sum(formula, Arrays.asList(terms));
        }
    }

    private CapitalFigures() {}

    static Optional<Definition> of(List<String> cells) {
        if (cells.size() != 4) {
            return Optional.empty();
        }
        return cells.getFirst().equals("unpaid instalments")
                ? UnpaidFigure.of(cells.get(1), cells.get(2), cells.get(3))
                : Arrays.stream(CapitalItem.values())
                        .filter(item -> item.name().equals(cells.get(2)))
                        .findFirst()
                        .flatMap(item -> Books.of(cells)
                                .flatMap(books ->
                                        of(books, sum(item), cells.get(3)).map(books::with)));
    }

    private static Optional<Definition> of(Books books, Sum sum, String when) {
        BiPredicate<Inquiry, Movement> all = books::take;
        return switch (when) {
            case "in the period" ->
                Optional.of(new FlowSum(
                        sum.formula() + ", in the period",
                        sum.terms(),
                        all.and((inquiry, movement) -> inquiry.inPeriod(movement.occurredOn()))));
            case "to date" -> Optional.of(new FlowSum(sum.formula() + ", to date", sum.terms(), all));
            default -> Optional.empty();
        };
    }

    private static Sum sum(CapitalItem item) {
        return switch (item) {
            case FUNDING_CAPITAL -> funding("capital", Account.FUNDING_CAPITAL);
            case FUNDING_BOND -> funding("bonds", Account.FUNDING_BOND);
            case FUNDING_LOAN -> funding("loans", Account.FUNDING_LOAN);
            case FUNDING_FISCAL_RETURN -> funding("fiscal returns", Account.FUNDING_FISCAL_RETURN);
            case COST_ACQUISITION -> Sum.of("costs of acquisition", plus(Flow.COST_ACQUISITION));
            case COST_SERVICING -> Sum.of("costs of servicing", plus(Flow.COST_SERVICING));
            case SPENT ->
                Sum.of("costs of acquisition and of servicing", plus(Flow.COST_ACQUISITION), plus(Flow.COST_SERVICING));
            case PRICE -> Sum.of("prices of supplies", plus(Flow.PRICE));
            case PRICE_REDUCTION -> Sum.of("prices that are no longer owed", plus(Flow.PRICE_RESCIND));
            case PAYMENT -> Sum.of("payments", plus(Flow.PAYMENT));
            case REFUND -> Sum.of("refunds", plus(Flow.REFUND));
            case CAME_BACK -> Sum.of("payments less refunds", plus(Flow.PAYMENT), minus(Flow.REFUND));
            case RECEIVABLE ->
                Sum.of(
                        "prices and refunds, less what of the prices is no longer owed and less payments",
                        plus(Flow.PRICE),
                        minus(Flow.PRICE_RESCIND),
                        minus(Flow.PAYMENT),
                        plus(Flow.REFUND));
            case LAND_BANK ->
                Sum.of(
                        "funding less costs, and payments less refunds",
                        plus(Flow.FUNDING),
                        minus(Flow.COST_ACQUISITION),
                        minus(Flow.COST_SERVICING),
                        plus(Flow.PAYMENT),
                        minus(Flow.REFUND));
        };
    }

    private static Sum funding(String source, Account account) {
        return Sum.of("funding by " + source, new Term(Flow.FUNDING, account, 1));
    }
}
