package org.nestledger.query.report.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.Money;
import org.nestledger.query.report.Derivation;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Figures;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.reconciliation.Verdict.NotDerivable;
import org.nestledger.query.report.reconciliation.Verdict.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what the ledger says to published figures, as known at one dates. */
final class Judge {

    private final JdbcClient database;
    private final KnownPosition knownAt;
    private final Map<LocalDate, Figures> figures = new HashMap<>();

    Judge(JdbcClient database, KnownPosition knownAt) {
        this.database = database;
        this.knownAt = knownAt;
    }

    /** Whoever may read what was published is told no figures of other zones by it, whatever it says that it is about. */
    Judgement on(Published published, LocalDate asOf) {
        Figures known = figures.computeIfAbsent(asOf, day -> new Figures(database, day, knownAt.position()));
        Derivation derivation =
                known.within(published.zone(), published.measure(), published.subject(), published.period());
        return switch (derivation) {
            case Derivation.NotDerivable(String reason) -> new Judgement(knownAt, null, underivable(published, reason));
            case Derivation.Derived(List<Figure> derived) -> derived(published, derived);
        };
    }

    private Judgement derived(Published published, List<Figure> derived) {
        String value = published.value();
        if (value == null) {
            return new Judgement(knownAt, derived.isEmpty() ? null : derived.getFirst(), statement(derived));
        }
        Figure figure = inUnit(published, derived);
        if (figure == null) {
            String units = String.join(", ", derived.stream().map(Figure::unit).toList());
            return new Judgement(
                    knownAt,
                    null,
                    underivable(published, "it is counted in " + units + " and not in " + published.unit()));
        }
        Exact ledger = Exact.of(figure).in(figure.unit(), published.unit());
        return new Judgement(
                knownAt, figure, Comparison.of(ledger, new BigDecimal(value), published.precision(), published.unit()));
    }

    /** The figure that can be written in the published unit. Nothing in a currency is an amount of zero. */
    private static @Nullable Figure inUnit(Published published, List<Figure> derived) {
        for (Figure figure : derived) {
            if (isSame(figure.unit(), published.unit())) {
                return figure;
            }
        }
        boolean currencies = derived.stream().allMatch(figure -> Money.isCurrency(figure.unit()));
        return currencies && Money.isCurrency(published.unit())
                ? new Figure(
                        published.measure(),
                        published.subject(),
                        published.period().text(),
                        "0",
                        published.unit(),
                        null)
                : null;
    }

    private static boolean isSame(String unit, String published) {
        return unit.equals(Area.UNIT) ? isArea(published) : unit.equals(published);
    }

    private static boolean isArea(String unit) {
        for (AreaUnit area : AreaUnit.values()) {
            if (area.code().equals(unit)) {
                return true;
            }
        }
        return false;
    }

    private static Verdict statement(List<Figure> derived) {
        if (derived.isEmpty()) {
            return new Statement("The ledger says nothing was counted.");
        }
        return new Statement("The ledger says "
                + String.join(
                        " and ",
                        derived.stream()
                                .map(figure -> Exact.of(figure).text() + " " + figure.unit())
                                .toList())
                + ".");
    }

    private static Verdict underivable(Published published, String reason) {
        String sentence = "Not derivable: " + reason + ".";
        return published.value() == null ? new Statement(sentence) : new NotDerivable(sentence);
    }
}
