package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;

/**
 * What the figures of the quota report are: {@code total}, {@code by zone} or {@code expiring}, zone, quota year, and what of
 * it.
 */
final class QuotaFigures {

    private static final List<Account> BOTH = List.of(Account.QUOTA_AVAILABLE, Account.QUOTA_USED);
    private static final List<Account> AVAILABLE = List.of(Account.QUOTA_AVAILABLE);

    private final BiPredicate<Inquiry, Side> all;
    private final BiPredicate<Inquiry, Side> inPeriod;

    private QuotaFigures(Books books, String year) {
        this.all =
                books.and((_, side) -> year.equals(String.valueOf(side.place().quotaYear())));
        this.inPeriod = all.and((inquiry, side) -> !inquiry.isBefore(side.movement()));
    }

    static Optional<Definition> of(List<String> cells) {
        if (cells.size() != 4 || !YearCell.is(cells.get(2))) {
            return Optional.empty();
        }
        boolean expiring = cells.getFirst().equals("expiring");
        return (expiring ? Optional.of(Books.ofZone(cells.get(1))) : Books.of(cells)).flatMap(books -> {
            QuotaFigures figures = new QuotaFigures(books, cells.get(2));
            return (expiring ? figures.expiring(cells.get(2), cells.get(3)) : figures.of(cells.get(3)))
                    .map(books::with);
        });
    }

    private Optional<Definition> expiring(String year, String item) {
        LocalDate end = LocalDate.of(Integer.parseInt(year), 12, 31);
        return switch (item) {
            case "available" -> Optional.of(new QuotaLeft(available(), end, false));
            case "days left" -> Optional.of(new QuotaLeft(available(), end, true));
            default -> Optional.empty();
        };
    }

    private AccountSum available() {
        return new AccountSum("quota that has come until the end less what has gone", AVAILABLE, false, all);
    }

    private Optional<Definition> of(String item) {
        return switch (item) {
            case "opening" ->
                sum(
                        "quota of the year that was available when the period began",
                        AVAILABLE,
                        false,
                        all.and((inquiry, side) -> inquiry.isBefore(side.movement())));
            case "granted" -> sum("quota granted in the period", BOTH, false, by(Flow.QUOTA_GRANT));
            case "allocated" ->
                sum("quota allocated to it in the period less what it allocated", BOTH, false, by(Flow.QUOTA_ALLOCATE));
            case "used" -> sum("quota used in the period", AVAILABLE, true, by(Flow.QUOTA_USE));
            case "lapsed" -> sum("quota lapsed in the period", BOTH, true, by(Flow.QUOTA_LAPSE));
            case "revoked" -> sum("quota revoked in the period", BOTH, true, by(Flow.QUOTA_REVOKE));
            case "available" -> Optional.of(available());
            case "used to date" -> sum("quota used until the end", List.of(Account.QUOTA_USED), false, all);
            default -> Optional.empty();
        };
    }

    private BiPredicate<Inquiry, Side> by(Flow flow) {
        return inPeriod.and((_, side) -> side.flow() == flow);
    }

    private static Optional<Definition> sum(
            String formula, List<Account> accounts, boolean leaving, BiPredicate<Inquiry, Side> which) {
        return Optional.of(new AccountSum(formula, accounts, leaving, which));
    }
}
