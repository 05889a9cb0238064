package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Place;
import org.nestledger.query.report.explain.Explanation.DaysSince;
import org.nestledger.query.report.explain.Explanation.Distinct;
import org.nestledger.query.report.explain.Explanation.Duration;
import org.nestledger.query.report.explain.Explanation.Interval;
import org.nestledger.query.report.explain.Explanation.Outstanding;
import org.nestledger.query.report.explain.Explanation.Quotient;
import org.nestledger.query.report.explain.Explanation.Rank;
import org.nestledger.query.report.explain.Explanation.Ranked;
import org.nestledger.query.report.explain.Explanation.Sum;

/** Each kind of formula, computed from entries that are written down here. */
class AFigureFollowsFromWhatIsListedTest {

    private static final LocalDate DAY = LocalDate.of(2023, 6, 1);
    private static final long MU = 1_000_000;

    private static Head head(String subject, String unit) {
        return new Head("some.measure", subject, "2023", unit, "in words");
    }

    private static Entry entry(long position, Flow flow, long amount, String unit, @Nullable String entity) {
        Place place = Place.ofProject(Account.LAND_SUPPLIED, "z", "p");
        return new Entry(position, "id", "type", DAY, flow, place, place, new Amount(amount, unit), entity, null, null);
    }

    private static Entry permit(long position, LocalDate on, @Nullable LocalDate appliedOn) {
        return new Entry(position, "id", "type", on, null, null, null, null, "permit", appliedOn, null);
    }

    private static Sum sum(String subject, long mu) {
        return new Sum(head(subject, "mu"), List.of(entry(1, Flow.ACQUIRE, mu * MU, "mu", null)), null, List.of());
    }

    private static String value(Explanation explained) {
        var figure = Recount.figure(explained);
        String ratio = figure.ratio() == null
                ? ""
                : " " + figure.ratio().numerator() + "/" + figure.ratio().denominator();
        return figure.value() + " " + figure.unit() + ratio;
    }

    @Test
    void aSumAddsAmountsOfItsUnitAndDeductsOneFlow() {
        List<Entry> entries = List.of(
                entry(1, Flow.SUPPLY, 5 * MU, "mu", "a"),
                entry(2, Flow.SUPPLY, -MU, "mu", "a"),
                entry(3, Flow.RESCIND, 500_000, "mu", "a"),
                entry(4, Flow.INTRODUCE, 1, "count", "a"));
        assertThat(value(new Sum(head("z", "mu"), entries, null, List.of()))).isEqualTo("4.5 mu");
        assertThat(value(new Sum(head("z", "mu"), entries, Flow.RESCIND, List.of())))
                .isEqualTo("3.5 mu");
        assertThat(value(new Sum(head("z", "count"), entries, null, List.of()))).isEqualTo("1 count");
    }

    @Test
    void aSumLargerThanAnyAmountIsExact() {
        Entry huge = entry(1, Flow.PLEDGE, Long.MAX_VALUE, "CNY", null);
        assertThat(value(new Sum(head("z", "CNY"), List.of(huge, huge), null, List.of())))
                .isEqualTo("184467440737095516.14 CNY");
    }

    @Test
    void anEntityCountsOnceWhenMoreIsLeftThanWasTakenBack() {
        List<Entry> entries = List.of(
                entry(1, Flow.SUPPLY, 5, "mu", "a"),
                entry(2, Flow.SUPPLY, 5, "mu", "a"),
                entry(3, Flow.SUPPLY, 5, "mu", "b"),
                entry(4, Flow.RESCIND, 5, "mu", "b"),
                permit(5, DAY, null));
        assertThat(value(new Distinct(head("z", "count"), entries, Flow.RESCIND, List.of())))
                .isEqualTo("1 count");
        assertThat(value(new Distinct(head("z", "count"), entries, null, List.of())))
                .isEqualTo("2 count");
    }

    @Test
    void aPercentageHasTheRatioOfItsParts() {
        assertThat(value(new Quotient(head("z", "percent"), sum("z", 1), sum("z", 3))))
                .isEqualTo("33.333333 percent 1000000/3000000");
    }

    @Test
    void anIntervalCountsBothEnds() {
        Sum count = new Sum(head("z", "count"), List.of(entry(1, Flow.INTRODUCE, 4, "count", null)), null, List.of());
        assertThat(value(new Interval(head("z", "days/project"), DAY, DAY.plusDays(9), count)))
                .isEqualTo("2.5 days/project 10/4");
        assertThat(value(new Interval(head("z", "days/project"), DAY, DAY.minusDays(9), count)))
                .isEqualTo("0 days/project 0/4");
    }

    @Test
    void aDurationEndsWithTheLastGrant() {
        List<Entry> grants = List.of(permit(2, DAY.plusDays(4), DAY), permit(3, DAY.plusDays(2), DAY));
        assertThat(value(new Duration(head("p", "days"), permit(1, DAY, DAY), grants, List.of())))
                .isEqualTo("5 days");
    }

    @Test
    void whatIsOutstandingOfAnInstalmentIsOwedAndBeyondWhatIsPaid() {
        assertThat(outstanding(10, 0)).isEqualTo("3 mu");
        assertThat(outstanding(6, 0)).isEqualTo("2 mu");
        assertThat(outstanding(4, 0)).isEqualTo("0 mu");
        assertThat(outstanding(10, 5)).isEqualTo("2 mu");
        assertThat(outstanding(10, 9)).isEqualTo("0 mu");
        assertThat(outstanding(10, -5)).isEqualTo("3 mu");
    }

    /** The instalment is of three, after four of those before it. */
    private static String outstanding(long owed, long paid) {
        return value(new Outstanding(head("z", "mu"), sum("z", owed), sum("z", paid), sum("z", 4), sum("z", 3)));
    }

    @Test
    void noDaysHavePassedSinceADayThatIsToCome() {
        assertThat(value(new DaysSince(head("z", "days"), DAY, DAY.plusDays(30), List.of(), List.of())))
                .isEqualTo("30 days");
        assertThat(value(new DaysSince(head("z", "days"), DAY, DAY.minusDays(1), List.of(), List.of())))
                .isEqualTo("0 days");
    }

    @Test
    void equalValuesShareAPlace() {
        List<Explanation> ranked = List.of(sum("a", 3), sum("b", 3), sum("c", 2), sum("d", 9));
        List<String> highest = Stream.of("a", "b", "c", "d")
                .map(zone -> value(new Rank(head(zone, "rank"), ranked, false, List.of())))
                .toList();
        assertThat(highest).containsExactly("2 rank", "2 rank", "4 rank", "1 rank");
        assertThat(value(new Rank(head("c", "rank"), ranked, true, List.of()))).isEqualTo("1 rank");
        assertThat(value(new Ranked(head("c", "count"), ranked, List.of()))).isEqualTo("4 count");
    }

    @Test
    void partsAreListedAndTheirEntriesOnce() {
        Quotient share = new Quotient(head("z", "percent"), sum("z", 1), sum("z", 1));
        assertThat(share.entries()).hasSize(1);
        assertThat(share.parts()).extracting(Explanation.Part::name).containsExactly("numerator", "denominator");
    }

    @Test
    void theNamesOfAllFiguresAreKnownAndNoOthers() {
        assertThat(Meant.names()).allMatch(Explainer::knows).doesNotHaveDuplicates();
        assertThat(Stream.of("land.rescinded.rank", "land", "land.acquired.ranks", "", "zone.study-visits"))
                .noneMatch(Explainer::knows);
    }
}
