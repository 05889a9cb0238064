package org.nestledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.log.publish.SignerStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class SignerHealthIndicatorTest {

    private static final Duration NONE = Duration.ZERO;
    private static final Duration SECONDS = Duration.ofSeconds(59);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whoeverSignsOrFollowsIsUpWhileCheckpointsComeInTime() {
        for (Duration age : List.of(NONE, SECONDS)) {
            assertThat(of(new SignerStatus.Signing(), age).getStatus()).isEqualTo(Status.UP);
            assertThat(of(new SignerStatus.Following(), age).getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void aMinuteWithoutACheckpointIsToldWithWhoeverOwesIt() {
        Health follows = of(new SignerStatus.Following(), MINUTE);
        assertThat(follows.getStatus()).isEqualTo(Status.DOWN);
        assertThat(follows.getDetails())
                .containsEntry("role", "follows")
                .hasEntrySatisfying(
                        "reason",
                        reason -> assertThat(reason)
                                .asString()
                                .startsWith("the process that has the right to sign does not sign"));
        Health signs = of(new SignerStatus.Signing(), MINUTE);
        assertThat(signs.getStatus()).isEqualTo(Status.DOWN);
        assertThat(signs.getDetails())
                .hasEntrySatisfying(
                        "reason", reason -> assertThat(reason).asString().startsWith("this process does not sign"));
    }

    @Test
    void whoeverChecksAWholeLogBeforeMayTakeLonger() {
        assertThat(of(new SignerStatus.Checking(), Duration.ofHours(1)).getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void whoeverDoesNotSignIsDownWithTheReason() {
        assertThat(of(new SignerStatus.Off(), NONE).getStatus()).isEqualTo(Status.DOWN);
        assertThat(of(new SignerStatus.Retrying("the disk is full"), NONE).getDetails())
                .containsEntry("reason", "the disk is full; it is tried again");
        assertThat(of(new SignerStatus.Refusing("it was rolled back"), NONE).getDetails())
                .containsEntry("reason", "it was rolled back");
    }

    private static Health of(SignerStatus status, Duration age) {
        return SignerHealthIndicator.of(status, age).build();
    }
}
