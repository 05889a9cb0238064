package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.query.report.land.Land;

/** What the figures of the land report are: {@code total} or {@code by zone}, zone, account, and what of it. */
final class LandFigures {

    private LandFigures() {}

    static Optional<Definition> of(List<String> cells) {
        return cells.size() == 4
                ? Books.of(cells)
                        .flatMap(books -> account(cells.get(2))
                                .flatMap(account -> of(books, account, cells.get(3)))
                                .map(books::with))
                : Optional.empty();
    }

    private static Optional<Account> account(String code) {
        return Land.ACCOUNTS.stream()
                .filter(account -> account.code().equals(code))
                .findFirst();
    }

    private static Optional<Definition> of(Books books, Account account, String item) {
        String code = account.code();
        return switch (item) {
            case "opening" ->
                sum(
                        "what had come to " + code + " when the period began, less what had left it",
                        account,
                        books.and((inquiry, side) -> inquiry.isBefore(side.movement())));
            case "closing" -> sum("what has come to " + code + " until the end, less what has left it", account, books);
            default ->
                Stream.of(Flow.values())
                        .filter(flow -> flow.name().equals(item) && flow != Flow.OPENING)
                        .findFirst()
                        .flatMap(flow -> sum(
                                "what came to " + code + " by " + flow + " in the period, less what left it so",
                                account,
                                books.and(
                                        (inquiry, side) -> side.flow() == flow && !inquiry.isBefore(side.movement()))));
        };
    }

    private static Optional<Definition> sum(String formula, Account account, BiPredicate<Inquiry, Side> which) {
        return Optional.of(new AccountSum(formula, List.of(account), false, which));
    }
}
