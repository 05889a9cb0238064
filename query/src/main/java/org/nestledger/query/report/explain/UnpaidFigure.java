package org.nestledger.query.report.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.fund.FundEvent.LandPaid;
import org.nestledger.core.fund.FundEvent.LandPriceRefunded;
import org.nestledger.core.supply.SupplyEvent;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;

/**
 * A figure of an instalment that is due and not wholly paid.
 *
 * @param supply that it is agreed for
 * @param number of the instalment, as it is written; the supply may have it once among those that are unpaid
 */
record UnpaidFigure(String supply, String number, Item item) implements Definition {

    private enum Item {
        AGREED("agreed", "the amount that is agreed for the instalment"),
        UNPAID(
                "unpaid",
                "what of the instalment is owed and not paid: payments less refunds fill the instalments in the order in"
                        + " which they are due, and of these is owed what the price less its reductions reaches"),
        DAYS("days overdue", "the days from the day on which the instalment is due to the report's");

        private final String cell;
        private final String words;

        Item(String cell, String words) {
            this.cell = cell;
            this.words = words;
        }
    }

    static Optional<Definition> of(String supply, String number, String figure) {
        return Arrays.stream(Item.values())
                .filter(item -> item.cell.equals(figure))
                .findFirst()
                .map(item -> new UnpaidFigure(supply, number, item));
    }

    @Override
    public String formula() {
        return item.words;
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return switch (Interest.subject(event)) {
            case SupplyEvent of -> of.supply().equals(supply);
            case LandPaid of -> of.supply().equals(supply);
            case LandPriceRefunded of -> of.supply().equals(supply);
            default -> false;
        };
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(new Lookup.Of("price-of-supply.sql", supply));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        List<DueInstalment> unpaid = inquiry.evidence()
                .standing(LandSupplied.class)
                .filter(contract -> contract.event().supply().equals(supply))
                .filter(contract -> inquiry.covers(contract.event().zone()))
                .flatMap(contract -> DueInstalment.of(contract, inquiry).stream())
                .filter(due -> number.equals(String.valueOf(due.number())))
                .filter(DueInstalment::isUnpaid)
                .toList();
        return unpaid.size() == 1 ? Optional.of(explained(unpaid.getFirst())) : Optional.empty();
    }

    private Explanation explained(DueInstalment due) {
        return switch (item) {
            case AGREED -> due.agreed();
            case UNPAID -> due.unpaid();
            case DAYS -> due.daysOverdue();
        };
    }
}
