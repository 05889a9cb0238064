package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.having;
import static org.nestledger.core.log.LogFixture.nothingAfter;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions besides the framework's own, whether the log's memory reaches back to their markers or not. */
class FurtherConditionsIT {

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void eachHasAMarkerOfItsOwn(int recentEvents) {
        try (LogFixture fixture = fixture(recentEvents)) {
            long one = fixture.append(event("1", "a:1"));
            long two = fixture.append(event("2", "b:1"));
            assertThat(append(fixture, AppendCondition.none(), unchanged("a:1", one), unchanged("b:1", two)))
                    .isEqualTo(3);
            assertThat(append(fixture, AppendCondition.none(), unchanged("a:1", one)))
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void oneThatIsNotMetRefusesTheAppend(int recentEvents) {
        try (LogFixture fixture = fixture(recentEvents)) {
            long one = fixture.append(event("1", "a:1"));
            long two = fixture.append(event("2", "b:1"));
            assertRefused(fixture, AppendCondition.none(), unchanged("a:1", one), unchanged("b:1", one));
            assertRefused(fixture, AppendCondition.none(), unchanged("b:1", one), unchanged("a:1", one));
            assertRefused(fixture, nothingAfter(two, "a:1"), unchanged("b:1", one));
            assertRefused(fixture, nothingAfter(one, "b:1"), unchanged("a:1", one));
            assertThat(fixture.texts()).containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void withTheMarkerZeroThereMustBeNoSuchEventInTheWholeLog(int recentEvents) {
        try (LogFixture fixture = fixture(recentEvents)) {
            assertThat(append(fixture, AppendCondition.none(), unchanged("new:1", 0)))
                    .isEqualTo(1);
            fixture.append(event("first", "a:1"));
            fixture.append(event("other", "b:1"));
            assertRefused(fixture, AppendCondition.none(), unchanged("a:1", 0));
            assertRefused(fixture, nothingAfter(3, "a:1"), unchanged("c:1", 0), unchanged("a:1", 0));
        }
    }

    private static LogFixture fixture(int recentEvents) {
        return new LogFixture(LogOptions.defaults().withRecentEvents(recentEvents));
    }

    private static Precondition unchanged(String tag, long marker) {
        return new Precondition(new Criteria(having(tag)), marker);
    }

    private static long append(LogFixture fixture, AppendCondition condition, Precondition... further) {
        return LogFixture.get(fixture.log.append(
                fixture.log.prepare(condition, List.of(further), List.of(event("appended", "z:1")))));
    }

    private static void assertRefused(LogFixture fixture, AppendCondition condition, Precondition... further) {
        assertThatThrownBy(() -> append(fixture, condition, further))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
    }
}
