package org.nestledger.query.report.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.FigureValue;
import org.nestledger.query.report.Ratio;

class EveryFigureStandsBesideEarlierOnesTest {

    private static final FigureTable NONE = table();

    @Test
    void anAmountHasBothEarlierOnesAndTheDifferences() {
        Change change = one(table(land("5.5")), table(land("7")), table(land("1.25")));
        assertThat(change.section()).isEqualTo("figures");
        assertThat(change.key()).isEqualTo(Map.of("name", "land"));
        assertThat(change.value()).isEqualTo("5.5");
        assertThat(change.unit()).isEqualTo("mu");
        assertThat(change.before()).isEqualTo(mu("7", "-1.5"));
        assertThat(change.yearBefore()).isEqualTo(mu("1.25", "4.25"));
    }

    @Test
    void aSumOfNothingIsZeroInEitherPeriod() {
        assertThat(one(table(land("5")), NONE, NONE).before()).isEqualTo(mu("0", "5"));
        Change gone = one(NONE, table(land("7")), NONE);
        assertThat(gone.value()).isEqualTo("0");
        assertThat(gone.before()).isEqualTo(mu("7", "-7"));
        assertThat(gone.yearBefore()).isEqualTo(mu("0", "0"));
    }

    @Test
    void aRankOrADurationIsUnknownWhereThereIsNone() {
        Row rank = Row.single(new Quantity("2", "rank"), null, "place");
        Change now = one(table(rank), NONE, table(Row.single(new Quantity("5", "rank"), null, "place")));
        assertThat(now.before()).isNull();
        assertThat(now.yearBefore()).isEqualTo(new Earlier("5", "rank", null, new FigureValue("-3", "rank", null)));
        Change gone = one(NONE, table(rank), NONE);
        assertThat(gone.value()).isNull();
        assertThat(gone.before()).isEqualTo(new Earlier("2", "rank", null, null));
        assertThat(gone.yearBefore()).isNull();
    }

    @Test
    void quotientsDifferExactly() {
        Change change = one(table(share(1, 3)), table(share(1, 6)), table(share(2, 3)));
        assertThat(change.ratio()).isEqualTo(ratio(1, 3));
        assertThat(change.before()).isEqualTo(percent("16.666667", ratio(1, 6), "16.666667", ratio(3, 18)));
        assertThat(change.yearBefore()).isEqualTo(percent("66.666667", ratio(2, 3), "-33.333333", ratio(-1, 3)));
        Change days = one(table(days(365, 2)), table(days(365, 3)), NONE);
        assertThat(days.before())
                .isEqualTo(new Earlier(
                        "121.666667",
                        "days/project",
                        ratio(365, 3),
                        new FigureValue("60.833333", "days/project", ratio(365, 6))));
    }

    @Test
    void unitsAreNeverMixed() {
        Row yuan = Row.sum(new Quantity("5", "CNY"), "plan");
        Row dollars = Row.sum(new Quantity("3", "USD"), "plan");
        List<Change> changes = Comparing.of(table(yuan), table(dollars), NONE);
        assertThat(changes).extracting(Change::unit).containsExactly("CNY", "USD");
        assertThat(changes.getFirst().before())
                .isEqualTo(new Earlier("0", "CNY", null, new FigureValue("5", "CNY", null)));
        assertThat(changes.getLast().value()).isEqualTo("0");
    }

    @Test
    void aMonthIsFoundInTheSamePlaceOfAnotherPeriod() {
        FigureTable now = table(Row.sum(new Quantity("5", "mu"), "2023-07")).byMonthOf("2023");
        FigureTable then = table(
                        Row.sum(new Quantity("2", "mu"), "2022-05"), Row.sum(new Quantity("3", "mu"), "2022-07"))
                .byMonthOf("2022");
        List<Change> changes = Comparing.of(now, NONE, then);
        assertThat(changes.getFirst().key()).isEqualTo(Map.of("name", "2023-07"));
        assertThat(changes.getFirst().yearBefore()).isEqualTo(mu("3", "2"));
        assertThat(changes.getLast().key()).isEqualTo(Map.of("name", "2023-05"));
        assertThat(changes.getLast().value()).isEqualTo("0");
        assertThat(changes).hasSize(2);
    }

    @Test
    void whatIsNotNamedIsNotWhatHasItsName() {
        Row unnamed = Row.sum(new Quantity("5", "mu"), "unknown").foundBy("");
        Row named = Row.sum(new Quantity("3", "mu"), "unknown");
        List<Change> changes = Comparing.of(NONE, table(unnamed, named), NONE);
        assertThat(changes)
                .extracting(Change::key)
                .containsExactly(Map.of("name", "unknown"), Map.of("name", "unknown"));
        assertThat(changes).extracting(Change::before).containsExactly(mu("5", "-5"), mu("3", "-3"));
    }

    @Test
    void equallyFastOnesAreHeldAgainstTheSame() {
        Row first = Row.single(new Quantity("3", "days"), null, "a").foundBy("");
        Row second = Row.single(new Quantity("3", "days"), null, "b").foundBy("");
        Row then = Row.single(new Quantity("9", "days"), null, "c").foundBy("");
        Earlier days = new Earlier("9", "days", null, new FigureValue("-6", "days", null));
        assertThat(Comparing.of(table(first, second), table(then), NONE))
                .extracting(Change::before)
                .containsExactly(days, days);
    }

    @Test
    void aKeyHasAllItsParts() {
        assertThatThrownBy(() -> table(Row.sum(new Quantity("5", "mu"), "a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Row.sum(new Quantity("5", "mu"), "a").foundBy("a", "b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Change one(FigureTable now, FigureTable before, FigureTable yearBefore) {
        List<Change> changes = Comparing.of(now, before, yearBefore);
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }

    private static FigureTable table(Row... rows) {
        return FigureTable.withRatios("figures", List.of("name"), Stream.of(rows));
    }

    private static Earlier mu(String then, String difference) {
        return new Earlier(then, "mu", null, new FigureValue(difference, "mu", null));
    }

    private static Earlier percent(String then, Ratio ratio, String difference, Ratio exact) {
        return new Earlier(then, "percent", ratio, new FigureValue(difference, "percent", exact));
    }

    private static Row land(String value) {
        return Row.sum(new Quantity(value, "mu"), "land");
    }

    private static Row share(long part, long whole) {
        String value = whole == 6 ? "16.666667" : part == 1 ? "33.333333" : "66.666667";
        return Row.single(new Quantity(value, "percent"), ratio(part, whole), "share");
    }

    private static Row days(long days, long count) {
        String value = count == 2 ? "182.5" : "121.666667";
        return Row.single(new Quantity(value, "days/project"), ratio(days, count), "interval");
    }

    private static Ratio ratio(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
