package org.nestledger.core.log.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.race.BrokenEngine.Defect;

class TheRaceNoticesBrokenEnginesTest {

    private static final int ROUNDS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theFrameworksEngineIsSound(long seed) {
        RaceResult result = Race.run(List.of(new InMemoryEventStorageEngine()), seed, 16, ROUNDS);
        assertThat(result.violations()).isEmpty();
        assertThat(result.accepted()).isGreaterThan(ROUNDS);
        assertThat(result.rejected()).isGreaterThan(ROUNDS);
    }

    @ParameterizedTest
    @EnumSource
    void anEngineWithADefectIsNot(Defect defect) {
        RaceResult result = Race.run(List.of(new BrokenEngine(defect)), 1, 16, ROUNDS);
        assertThat(result.violations()).isNotEmpty().allMatch(what -> what.startsWith("seed 1: "));
    }

    @Test
    void eachDefectIsSeenInTheWayItHarms() {
        assertThat(violations(Defect.IGNORES_THE_CONDITION)).anyMatch(what -> what.contains("was decided on marker"));
        assertThat(violations(Defect.IGNORES_TYPES)).anyMatch(what -> what.contains("was rejected, but nothing"));
        assertThat(violations(Defect.LOSES_AN_APPEND)).anyMatch(what -> what.contains("but is not in the log"));
        assertThat(violations(Defect.TEARS_AN_APPEND)).anyMatch(what -> what.contains("is in the log as"));
        assertThat(violations(Defect.TELLS_ANOTHER_POSITION)).anyMatch(what -> what.contains(", but is at "));
    }

    private static List<String> violations(Defect defect) {
        return Race.run(List.of(new BrokenEngine(defect)), 2, 16, ROUNDS).violations();
    }
}
