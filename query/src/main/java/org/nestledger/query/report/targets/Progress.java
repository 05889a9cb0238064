package org.nestledger.query.report.targets;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Measures;
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.Value;
import org.nestledger.query.report.targets.TargetLine.Share;
import org.nestledger.query.zone.ZoneTarget;

/** How far a figure is on the way to a target, exactly. */
final class Progress {

    private static final int MICRO = 6;

    private final ZoneTarget target;
    private final Figure figure;

    private Progress(ZoneTarget target, Figure figure) {
        this.target = target;
        this.figure = figure;
    }

    /** @param figure of the target's measure that can be compared with it; absent when there is none */
    static TargetLine of(ZoneTarget target, @Nullable Figure figure) {
        return figure == null
                ? new TargetLine(target.measure(), target.target(), target.setOn(), null, null, null, false)
                : new Progress(target, figure).line();
    }

    private TargetLine line() {
        boolean lessIsBetter = lessIsBetter();
        BigDecimal goal = goal();
        int order = numerator().compareTo(goal.multiply(denominator()));
        return new TargetLine(
                target.measure(),
                target.target(),
                target.setOn(),
                new Quantity(figure.value(), figure.unit()),
                figure.ratio(),
                lessIsBetter || goal.signum() <= 0 ? null : share(goal),
                lessIsBetter ? order <= 0 : order >= 0);
    }

    /** Ranks, and what is the better the fewer days it takes. */
    private boolean lessIsBetter() {
        return figure.unit().equals(Amounts.RANK)
                || Measures.find(figure.measure())
                        .filter(measure -> measure.fewestFirst())
                        .isPresent();
    }

    private Share share(BigDecimal goal) {
        BigDecimal whole = goal.multiply(denominator());
        int decimals = Math.max(0, Math.max(numerator().scale(), whole.scale()));
        Figure share = Value.quotient(
                        numerator().movePointRight(decimals), whole.movePointRight(decimals), 100, "percent")
                .figure(figure.measure(), figure.subject(), "");
        return new Share(share.value(), share.unit(), Objects.requireNonNull(share.ratio()));
    }

    /** The target in the figure's unit. */
    private BigDecimal goal() {
        Quantity stated = target.target();
        return stated.unit().equals(figure.unit())
                ? stated.decimal()
                : stated.decimal()
                        .multiply(AreaUnit.of(stated.unit()).microMu())
                        .movePointLeft(MICRO)
                        .stripTrailingZeros();
    }

    private BigDecimal numerator() {
        Ratio ratio = figure.ratio();
        if (ratio == null) {
            return new BigDecimal(figure.value());
        }
        BigDecimal whole = new BigDecimal(ratio.numerator());
        return figure.unit().equals("percent") ? whole.movePointRight(2) : whole;
    }

    private BigDecimal denominator() {
        return figure.ratio() == null
                ? BigDecimal.ONE
                : new BigDecimal(figure.ratio().denominator());
    }
}
