package org.nestledger.query.report.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The median is the day by which half of the entries were recorded, as p90 is for ninety of a hundred. */
class DelaysAreCountedInDaysTest {

    @Test
    void withoutEntriesThereIsNoMedian() {
        Delays none = new Delays();
        assertThat(none.count()).isZero();
        assertThat(none.within(50)).isNull();
        assertThat(none.longest()).isNull();
        assertThat(none.counts()).hasSize(Delay.values().length).allMatch(each -> each.entries() == 0);
    }

    @Test
    void ofAnEvenNumberTheMedianIsTheLowerOfTheTwoInTheMiddle() {
        assertThat(delays(List.of(1, 2, 3, 4)).within(50)).isEqualTo(2);
        assertThat(delays(List.of(1, 2, 3)).within(50)).isEqualTo(2);
    }

    @Test
    void ninetyOfAHundredAreWithinTheNinetieth() {
        Delays delays = new Delays();
        delays.add(0, 90);
        delays.add(400, 10);
        assertThat(delays.within(90)).isZero();
        assertThat(delays.within(91)).isEqualTo(400);
        assertThat(delays.longest()).isEqualTo(400);
    }

    @Property
    void soManyAreWithinAndNotOneDayLess(
            @ForAll @NotEmpty List<@IntRange(max = 40) Integer> days,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        long within = Objects.requireNonNull(delays(days).within(percent));
        assertThat(100L * days.stream().filter(day -> day <= within).count())
                .isGreaterThanOrEqualTo((long) percent * days.size());
        assertThat(100L * days.stream().filter(day -> day < within).count()).isLessThan((long) percent * days.size());
    }

    @Property
    void theLatestTakeNoFewerDaysThanAnyOther(
            @ForAll List<@IntRange(min = -5, max = 40) Integer> days, @ForAll @IntRange(min = 1, max = 25) int number) {
        assertThat(Optional.ofNullable(delays(days).fewestOfLatest(number)))
                .isEqualTo(days.stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(number)
                        .reduce((_, last) -> last)
                        .map(Integer::longValue));
    }

    @Property
    void everyEntryHasOneDelay(@ForAll List<@IntRange(min = -5, max = 2000) Integer> days) {
        assertThat(delays(days).counts().stream().mapToLong(DelayCount::entries).sum())
                .isEqualTo(days.size());
    }

    @ParameterizedTest
    @CsvSource({
        "-1, SAME_DAY",
        "0, SAME_DAY",
        "1, UP_TO_7_DAYS",
        "7, UP_TO_7_DAYS",
        "8, UP_TO_30_DAYS",
        "30, UP_TO_30_DAYS",
        "31, UP_TO_90_DAYS",
        "90, UP_TO_90_DAYS",
        "91, UP_TO_365_DAYS",
        "365, UP_TO_365_DAYS",
        "366, LONGER"
    })
    void aDelayEndsWithItsLastDay(long days, Delay expected) {
        assertThat(Delay.of(days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, Asia/Shanghai",
        "UTC+8, <local>-08:00:00",
        "+05:30, <local>-05:30:00",
        "-03:00, <local>+03:00:00",
        "Etc/GMT-8, <local>-08:00:00",
        "Z, <local>+00:00:00"
    })
    void anOffsetIsWrittenAsTheDatabaseMeansIt(String timeZone, String clock) {
        assertThat(LateRecording.clock(timeZone)).isEqualTo(clock);
    }

    private static Delays delays(List<Integer> days) {
        Delays delays = new Delays();
        days.forEach(day -> delays.add(day, 1));
        return delays;
    }
}
