package org.nestledger.api.server;

import java.time.Duration;
import java.util.List;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.publish.CheckpointLag;
import org.nestledger.core.log.publish.SignerStatus;
import org.nestledger.core.log.publish.WitnessStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the log is signed as it grows. That a witness is slow or away is told and is no failure. */
@Component("signerHealthIndicator")
final class SignerHealthIndicator implements HealthIndicator {

    /** Checkpoints are signed within a second; one that is so late does not come by itself. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final LedgerRuntime runtime;

    SignerHealthIndicator(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Health health() {
        CheckpointLag lag = runtime.signer().lag();
        Health.Builder health = of(runtime.signer().status(), lag.age());
        List<WitnessStatus> witnesses = runtime.signer().witnesses();
        if (!witnesses.isEmpty()) {
            health.withDetail("witnesses", witnesses);
        }
        return health.withDetail("signed", lag.signed())
                .withDetail("published", lag.published())
                .withDetail("checkedSinceStart", runtime.signer().checked())
                .withDetail("unsignedEvents", lag.unsigned())
                .withDetail("lagSeconds", lag.age().toSeconds())
                .build();
    }

    /** @param age how long there have been events that no checkpoint covers */
    static Health.Builder of(SignerStatus status, Duration age) {
        return switch (status) {
            case SignerStatus.Signing _ -> upUnlessLate("signs", "this process", age);
            case SignerStatus.Following _ -> upUnlessLate("follows", "the process that has the right to sign", age);
            case SignerStatus.Checking _ -> Health.up().withDetail("role", "checks what was published");
            case SignerStatus.Off _ -> Health.down().withDetail("reason", "the log is not signed");
            case SignerStatus.Retrying(String reason) ->
                Health.down().withDetail("reason", reason + "; it is tried again");
            case SignerStatus.Refusing(String reason) -> Health.down().withDetail("reason", reason);
        };
    }

    private static Health.Builder upUnlessLate(String role, String signer, Duration age) {
        return age.compareTo(LATE) < 0
                ? Health.up().withDetail("role", role)
                : Health.down()
                        .withDetail("role", role)
                        .withDetail("reason", signer + " does not sign: see whether it hangs, and start it anew");
    }
}
