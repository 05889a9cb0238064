package org.nestledger.api.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DriveableClockTest {

    private final DriveableClock clock = new DriveableClock();

    @Test
    void standsWhereItWasDrivenUntilItIsReleased() {
        Instant past = Instant.parse("2023-05-01T00:00:00Z");
        clock.driveTo(past);
        assertThat(clock.instant()).isEqualTo(past);
        clock.release();
        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    }
}
