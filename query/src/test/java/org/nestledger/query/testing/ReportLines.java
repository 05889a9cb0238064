package org.nestledger.query.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Breakdown;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FigureValue;
import org.nestledger.query.report.FrozenFigure;

/** An annual report as plain lines. */
final class ReportLines {

    private ReportLines() {}

    static List<String> of(AnnualReport report) {
        List<String> lines = new ArrayList<>();
        report.figures().forEach(figure -> lines.add(figure(figure)));
        report.byIndustry().forEach(part -> lines.add(part("industry", part)));
        report.byOrigin().forEach(part -> lines.add(part("origin", part)));
        report.byMonth().forEach(part -> lines.add(part("month", part)));
        report.balances()
                .forEach(balance -> lines.add("balance " + balance.account()
                        + (balance.quotaYear() == null ? "" : " " + balance.quotaYear()) + " "
                        + text(balance.balance())));
        report.flows().forEach(flow -> lines.add("flow " + flow.flow() + " " + text(flow.amount())));
        report.pipeline().forEach(stage -> lines.add("stage " + stage.stage() + " " + stage.projects()));
        report.targets()
                .forEach(target ->
                        lines.add("target " + target.measure() + " " + target.year() + " " + text(target.target())
                                + (target.reached() == null ? "" : " reached " + text(target.reached()))));
        Optional.ofNullable(report.frozen()).ifPresent(frozen -> {
            lines.add("closing " + frozen.closing().name() + " "
                    + frozen.closing().position());
            frozen.figures().forEach(figure -> lines.add(frozen(figure)));
        });
        return lines;
    }

    private static String frozen(FrozenFigure figure) {
        return "frozen " + figure.measure() + " " + figure.subject() + " "
                + value(figure.frozen()) + " now " + value(figure.now()) + " "
                + (figure.difference() == null ? "" : figure.difference().value() + " ")
                + unit(figure)
                + figure.restatedBy().stream().map(each -> " " + each).collect(Collectors.joining());
    }

    private static String value(@Nullable FigureValue value) {
        return value == null ? "none" : value.value();
    }

    private static String unit(FrozenFigure figure) {
        return Stream.of(Optional.ofNullable(figure.frozen()), Optional.ofNullable(figure.now()))
                .flatMap(Optional::stream)
                .map(FigureValue::unit)
                .findFirst()
                .orElseThrow();
    }

    static String figure(Figure figure) {
        String ratio = figure.ratio() == null
                ? ""
                : " " + figure.ratio().numerator() + "/" + figure.ratio().denominator();
        String days = String.valueOf(figure.period()).contains("days") ? figure.period() + " " : "";
        return figure.measure() + " " + figure.subject() + " " + days + figure.value() + " " + figure.unit() + ratio;
    }

    private static String part(String kind, Breakdown part) {
        return kind + " " + (part.key() == null ? "unknown" : part.key()) + " " + part.introduced()
                + part.planned().stream().map(each -> " " + text(each)).collect(Collectors.joining());
    }

    private static String text(Quantity quantity) {
        return quantity.value() + " " + quantity.unit();
    }
}
