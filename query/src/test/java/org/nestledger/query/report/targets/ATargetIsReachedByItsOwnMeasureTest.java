package org.nestledger.query.report.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.targets.TargetLine.Share;
import org.nestledger.query.zone.ZoneTarget;

class ATargetIsReachedByItsOwnMeasureTest {

    @Test
    void aCountIsAShareOfItsTarget() {
        TargetLine line = line("projects.introduced", "3", "count", "2", "count", null);
        assertThat(line.share()).isEqualTo(new Share("66.666667", "percent", ratio(2, 3)));
        assertThat(line.met()).isFalse();
        assertThat(line("projects.introduced", "2", "count", "2", "count", null).met())
                .isTrue();
    }

    @Test
    void anAreaMayBeTargetedInAnyUnit() {
        assertThat(line("land.acquired", "2", "ha", "10", "mu", null).share())
                .isEqualTo(new Share("33.333333", "percent", ratio(10, 30)));
        assertThat(line("land.acquired", "10000", "m2", "15", "mu", null).met()).isTrue();
        assertThat(line("land.acquired", "1", "acre", "6.0702846336", "mu", null)
                        .met())
                .isTrue();
    }

    @Test
    void aShareOfAShareIsExact() {
        TargetLine line =
                line("projects.introduced.qualified.share", "60.5", "percent", "60.39604", "percent", ratio(61, 101));
        assertThat(line.share()).isEqualTo(new Share("99.828165", "percent", ratio(61_000, 61_105)));
        assertThat(line.met()).isFalse();
        assertThat(line(
                                "projects.introduced.qualified.share",
                                "60.39604",
                                "percent",
                                "60.39604",
                                "percent",
                                ratio(61, 101))
                        .met())
                .isFalse();
    }

    @Test
    void whereLessIsBetterThereIsNoShareButAnEnd() {
        TargetLine days =
                line("projects.introduced.interval", "4", "days/project", "3.613861", "days/project", ratio(365, 101));
        assertThat(days.share()).isNull();
        assertThat(days.met()).isTrue();
        assertThat(line(
                                "projects.introduced.interval",
                                "3.6",
                                "days/project",
                                "3.613861",
                                "days/project",
                                ratio(365, 101))
                        .met())
                .isFalse();
        assertThat(line("land.acquired.rank", "2", "rank", "2", "rank", null).met())
                .isTrue();
        assertThat(line("land.acquired.rank", "2", "rank", "3", "rank", null).met())
                .isFalse();
    }

    @Test
    void aTargetOfNoneIsMetAndHasNoShare() {
        TargetLine line = line("projects.withdrawn", "0", "count", "0", "count", null);
        assertThat(line.share()).isNull();
        assertThat(line.met()).isTrue();
    }

    @Test
    void otherUnitsAreNotCompared() {
        assertThat(comparable(new Quantity("1", "USD"), figure("m", "1", "CNY", null)))
                .isFalse();
        assertThat(comparable(new Quantity("1", "count"), figure("m", "1", "mu", null)))
                .isFalse();
        assertThat(comparable(new Quantity("1", "ha"), figure("m", "1", "mu", null)))
                .isTrue();
        assertThat(Progress.of(target("m", "1", "USD"), null))
                .isEqualTo(new TargetLine(
                        "m", new Quantity("1", "USD"), LocalDate.of(2022, 12, 1), null, null, null, false));
    }

    private static boolean comparable(Quantity target, Figure figure) {
        return figure.isComparableIn(target.unit());
    }

    private static TargetLine line(
            String measure, String target, String unit, String reached, String in, @Nullable Ratio ratio) {
        Figure figure = figure(measure, reached, in, ratio);
        assertThat(comparable(new Quantity(target, unit), figure)).isTrue();
        return Progress.of(target(measure, target, unit), figure);
    }

    private static ZoneTarget target(String measure, String value, String unit) {
        return new ZoneTarget(measure, 2023, new Quantity(value, unit), LocalDate.of(2022, 12, 1));
    }

    private static Figure figure(String measure, String value, String unit, @Nullable Ratio ratio) {
        return new Figure(measure, "z", "2023", value, unit, ratio);
    }

    private static Ratio ratio(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
