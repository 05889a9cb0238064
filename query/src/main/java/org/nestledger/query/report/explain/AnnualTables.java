package org.nestledger.query.report.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.report.explain.FlowSum.Term;
import org.nestledger.query.report.explain.InvestmentPartOf.By;

/**
 * What the figures of the annual report are that no measure names: the table, what it is of, the zone, and the quota year of
 * a balance.
 */
final class AnnualTables {

    private static final int CELLS = 4;

    private AnnualTables() {}

    static Optional<Definition> of(List<String> cells) {
        if (cells.size() != CELLS) {
            return Optional.empty();
        }
        Optional<Definition> definition = cells.getFirst().equals("balances")
                ? balance(cells.get(1), cells.get(3))
                : of(cells.getFirst(), cells.get(1)).filter(_ -> cells.get(3).isEmpty());
        return definition.map(Books.ofReport(cells.get(2))::with);
    }

    private static Optional<Definition> of(String table, String of) {
        return switch (table) {
            case "by industry" -> Optional.of(new IntroducedPartOf(By.INDUSTRY, of));
            case "by origin" -> Optional.of(new IntroducedPartOf(By.ORIGIN, of));
            case "by month" -> Optional.of(new IntroducedPartOf(By.MONTH, of));
            case "pipeline" ->
                Arrays.stream(ProjectStage.values())
                        .filter(stage -> stage.name().toLowerCase(Locale.ROOT).equals(of))
                        .findFirst()
                        .map(stage -> balance(stage.account(), ""));
            case "flows" ->
                Arrays.stream(Flow.values())
                        .filter(flow -> flow.name().equals(of) && flow != Flow.OPENING)
                        .findFirst()
                        .map(AnnualTables::flow);
            default -> Optional.empty();
        };
    }

    private static Optional<Definition> balance(String code, String year) {
        return Arrays.stream(Account.values())
                .filter(account -> account.code().equals(code))
                .filter(account -> account.owner() == Account.Owner.QUOTA ? YearCell.is(year) : year.isEmpty())
                .findFirst()
                .map(account -> balance(account, year));
    }

    /** @param year of the quota, empty of other accounts */
    private static Definition balance(Account account, String year) {
        return new AccountSum(
                "what has come to " + account.code() + (year.isEmpty() ? "" : " of the quota of " + year)
                        + " until the report's date, less what has left it",
                List.of(account),
                false,
                (inquiry, side) -> inquiry.covers(side.zone())
                        && Objects.toString(side.place().quotaYear(), "").equals(year));
    }

    private static Definition flow(Flow flow) {
        BiPredicate<Inquiry, Movement> touches =
                (inquiry, movement) -> inquiry.covers(movement.to().zone())
                        || inquiry.covers(movement.from().zone());
        return FlowSum.of(
                "what moved by " + flow + " to, from or within the zone in the period",
                touches.and((inquiry, movement) -> inquiry.inPeriod(movement.occurredOn())),
                Term.plus(flow));
    }
}
