package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.nestledger.query.report.explain.ApprovedPart.Item;
import org.nestledger.query.report.explain.ReadyLand.Lot;

/**
 * What the figures of the report of land that is approved and not supplied are: {@code total} or {@code by zone}, zone, year
 * of the approval, and what of it; or {@code existing construction land}, zone, and what of it.
 */
final class ApprovedFigures {

    private static final String ALL = "all";
    private static final int OF_YEAR = 4;
    private static final int OF_EXISTING = 3;

    private ApprovedFigures() {}

    static Optional<Definition> of(List<String> cells) {
        return switch (cells.getFirst()) {
            case "total" -> cells.size() == OF_YEAR ? approved(cells, ALL.equals(cells.get(2))) : Optional.empty();
            case "by zone" ->
                cells.size() == OF_YEAR && !ALL.equals(cells.get(2)) ? approved(cells, false) : Optional.empty();
            case "existing construction land" ->
                cells.size() == OF_EXISTING
                        ? part(
                                "of the land that was construction land before",
                                Books.ofZone(cells.get(1)),
                                cells.getLast(),
                                "ready",
                                Lot::existing)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** @param all whether land of all years counts; of an unknown year otherwise where that is empty */
    private static Optional<Definition> approved(List<String> cells, boolean all) {
        String year = cells.get(2);
        if (!all && !year.isEmpty() && !YearCell.is(year)) {
            return Optional.empty();
        }
        String of = all
                ? "of the land that was approved"
                : "of the land that was approved in " + (year.isEmpty() ? "an unknown year" : year);
        Predicate<Lot> lots = lot -> !lot.existing() && (all || year.equals(Objects.toString(lot.year(), "")));
        return Books.of(cells).flatMap(books -> part(of, books, cells.getLast(), "approved", lots));
    }

    /**
     * @param of the lots in words
     * @param ready how the whole of them is called
     */
    private static Optional<Definition> part(String of, Books books, String name, String ready, Predicate<Lot> which) {
        BiPredicate<Inquiry, Lot> lots = (inquiry, lot) -> which.test(lot) && books.hold(inquiry, lot.zone());
        return item(name, ready).map(item -> books.with(new ApprovedPart(formula(of, item), lots, item)));
    }

    private static String formula(String of, Item item) {
        String words = of + ", " + item.words();
        return item == Item.READY
                ? words
                : words
                        + "; the land of a parcel and of those split from it goes in the order in which it became ready";
    }

    private static Optional<Item> item(String name, String ready) {
        return switch (name) {
            case "supplied" -> Optional.of(Item.SUPPLIED);
            case "surveyed away" -> Optional.of(Item.SURVEYED_AWAY);
            case "not supplied" -> Optional.of(Item.NOT_SUPPLIED);
            default -> name.equals(ready) ? Optional.of(Item.READY) : Optional.empty();
        };
    }
}
