package org.nestledger.query.report.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.nestledger.core.claim.Precision;
import org.nestledger.core.journal.Movement;
import org.nestledger.query.report.reconciliation.Verdict.Agrees;
import org.nestledger.query.report.reconciliation.Verdict.AgreesAsPublished;
import org.nestledger.query.report.reconciliation.Verdict.Differs;
import org.nestledger.query.report.reconciliation.Verdict.Statement;

/** A published number against the ledger's, which is exact: pure arithmetic, no tolerance. */
final class Comparison {

    private static final int SHOWN = 6;
    private static final String RANK = "rank";

    private final Exact ledger;
    private final BigDecimal published;
    private final String unit;

    private Comparison(Exact ledger, BigDecimal published, String unit) {
        this.ledger = ledger;
        this.published = published;
        this.unit = unit;
    }

    /**
     * A number that is the ledger's own agrees. Another one agrees as published when it is what the stated cut makes of the
     * ledger's, or within the stated bound; an exact one then differs.
     *
     * @param ledger in the published unit
     */
    static Verdict of(Exact ledger, BigDecimal published, Precision precision, String unit) {
        return new Comparison(ledger, published, unit).verdict(precision);
    }

    private Verdict verdict(Precision precision) {
        return switch (precision) {
            case Precision.Exact _ -> ledger.equalTo(published) ? agrees() : differs(onlyCut());
            case Precision.Rounded(int decimals) -> cut(precision, decimals, RoundingMode.HALF_UP);
            case Precision.Truncated(int decimals) -> cut(precision, decimals, RoundingMode.DOWN);
            case Precision.AtLeast _ -> bound(precision, ledger.compareTo(Exact.of(published)) >= 0, "at least");
            case Precision.MoreThan _ -> bound(precision, ledger.compareTo(Exact.of(published)) > 0, "more than");
            case Precision.Statement _ -> new Statement("The ledger says " + amount() + ".");
        };
    }

    private Verdict agrees() {
        return new Agrees("The ledger says the same.");
    }

    private Verdict cut(Precision precision, int decimals, RoundingMode mode) {
        if (ledger.equalTo(published)) {
            return agrees();
        }
        if (ledger.cut(decimals, mode).compareTo(published) != 0) {
            return differs("");
        }
        RoundingMode other = mode == RoundingMode.DOWN ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        BigDecimal otherwise = ledger.cut(decimals, other);
        String hint =
                otherwise.compareTo(published) == 0 ? "" : "; " + verb(other) + " it would be " + Exact.text(otherwise);
        return new AgreesAsPublished(
                precision,
                Exact.text(published) + " is " + amount() + " " + verb(mode) + " to " + decimals(decimals) + hint
                        + ".");
    }

    private Verdict bound(Precision precision, boolean holds, String words) {
        String sentence = amount() + " is " + (holds ? "" : "not ") + words + " " + Exact.text(published) + ".";
        return holds ? new AgreesAsPublished(precision, sentence) : differsBy(sentence);
    }

    private Verdict differs(String hint) {
        Exact less = ledger.minus(published);
        Exact gap = less.numerator().signum() < 0 ? new Exact(less.numerator().negate(), less.denominator()) : less;
        return differsBy(Exact.text(published) + " is " + gap.text() + " "
                + (less.numerator().signum() < 0 ? "more" : "less") + " than " + amount() + hint + ".");
    }

    private Verdict differsBy(String sentence) {
        return new Differs(
                Exact.text(
                        ledger.minus(published).cut(SHOWN, RoundingMode.HALF_UP).negate()),
                sentence);
    }

    /** An exact figure that is the ledger's cut to its own decimals was published as more than it is. */
    private String onlyCut() {
        int decimals = Math.max(0, published.stripTrailingZeros().scale());
        if (ledger.cut(decimals, RoundingMode.HALF_UP).compareTo(published) == 0) {
            return "; it agrees only when rounded, and was published as exact";
        }
        return ledger.cut(decimals, RoundingMode.DOWN).compareTo(published) == 0
                ? "; it agrees only when truncated, and was published as exact"
                : "";
    }

    private String amount() {
        return ledger.text()
                + switch (unit) {
                    case "percent" -> "%";
                    case Movement.COUNT, RANK -> "";
                    default -> " " + unit;
                };
    }

    private static String verb(RoundingMode mode) {
        return mode == RoundingMode.DOWN ? "truncated" : "rounded";
    }

    private static String decimals(int decimals) {
        if (decimals > 0) {
            return decimals + (decimals == 1 ? " decimal" : " decimals");
        }
        return decimals == 0
                ? "a whole number"
                : "whole multiples of " + BigDecimal.TEN.pow(-decimals).toPlainString();
    }
}
