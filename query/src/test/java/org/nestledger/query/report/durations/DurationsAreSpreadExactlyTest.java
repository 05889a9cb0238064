package org.nestledger.query.report.durations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.durations.Spread.Took;

class DurationsAreSpreadExactlyTest {

    @Example
    void ofOneItIsAllOfThem() {
        assertThat(spread(7)).isEqualTo(new Spread(1, days("7"), days("7"), days("7"), List.of("t1")));
    }

    @Example
    void ofAnEvenNumberTheMedianIsHalfwayBetweenTheMiddleTwo() {
        assertThat(spread(4, 1, 2, 9).median()).isEqualTo(days("3"));
        assertThat(spread(4, 1, 3, 9).median()).isEqualTo(days("3.5"));
        assertThat(spread(4, 1, 3).median()).isEqualTo(days("3"));
    }

    @Example
    void nineTenthsAreTheNearestRank() {
        assertThat(spread(LongStream.rangeClosed(1, 9).toArray()).p90()).isEqualTo(days("9"));
        assertThat(spread(LongStream.rangeClosed(1, 10).toArray()).p90()).isEqualTo(days("9"));
        assertThat(spread(LongStream.rangeClosed(1, 11).toArray()).p90()).isEqualTo(days("10"));
        assertThat(spread(LongStream.rangeClosed(1, 100).toArray()).p90()).isEqualTo(days("90"));
    }

    @Example
    void allOfTheFastestAreNamed() {
        assertThat(spread(3, 1, 2, 1).fastest()).containsExactly("t2", "t4");
    }

    @Property
    void atLeastNineTenthsTookNoMoreThanP90AndFewerTookLess(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 500) Integer> all) {
        long[] days = all.stream().mapToLong(Integer::longValue).toArray();
        Spread spread = spread(days);
        long p90 = spread.p90().decimal().longValueExact();
        assertThat(LongStream.of(days).filter(each -> each <= p90).count() * 10)
                .isGreaterThanOrEqualTo(9L * days.length);
        assertThat(LongStream.of(days).filter(each -> each < p90).count() * 10).isLessThan(9L * days.length);
        long twice = spread.median().decimal().movePointRight(1).longValueExact() / 5;
        assertThat(LongStream.of(days).filter(each -> 2 * each <= twice).count() * 2)
                .isGreaterThanOrEqualTo(days.length);
        assertThat(LongStream.of(days).filter(each -> 2 * each >= twice).count() * 2)
                .isGreaterThanOrEqualTo(days.length);
        assertThat(spread.count()).isEqualTo(days.length);
        assertThat(spread.fewest())
                .isEqualTo(days(String.valueOf(LongStream.of(days).min().orElseThrow())));
    }

    private static Spread spread(long... days) {
        return Spread.of(LongStream.range(0, days.length)
                .mapToObj(i -> new Took("t" + (i + 1), days[(int) i]))
                .toList());
    }

    private static Quantity days(String value) {
        return new Quantity(value, "days");
    }
}
