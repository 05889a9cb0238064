package org.nestledger.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The demonstration's plan holds together before it meets a database. */
class DemoPlanTest {

    @Test
    void everyCommandIsAcceptedAtTheInstantAtWhichItIsGiven() {
        PlannedYear year = PlannedYear.decided();
        assertThat(year.refused()).isEmpty();
        assertThat(year.entries()).hasSizeGreaterThan(700);
    }

    @Test
    void thePlanIsTheSameAtEveryCall() {
        assertThat(ZhaoqingYear.plan()).isEqualTo(ZhaoqingYear.plan());
    }

    @Test
    void someFactsAreRecordedWeeksAfterTheyHappened() {
        Instant last = ZhaoqingYear.plan().getLast().recordedAt();
        assertThat(last).isAfter(Instant.parse("2024-01-08T00:00:00Z"));
    }
}
