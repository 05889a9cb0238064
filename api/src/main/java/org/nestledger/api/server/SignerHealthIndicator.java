package org.nestledger.api.server;

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

    private final LedgerRuntime runtime;

    SignerHealthIndicator(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Health health() {
        Health.Builder health = switch (runtime.signer().status()) {
            case SignerStatus.Signing _ -> Health.up().withDetail("role", "signs");
            case SignerStatus.Following _ -> Health.up().withDetail("role", "follows");
            case SignerStatus.Checking _ -> Health.up().withDetail("role", "checks what was published");
            case SignerStatus.Off _ -> Health.down().withDetail("reason", "the log is not signed");
            case SignerStatus.Retrying(String reason) ->
                Health.down().withDetail("reason", reason + "; it is tried again");
            case SignerStatus.Refusing(String reason) -> Health.down().withDetail("reason", reason);
        };
        CheckpointLag lag = runtime.signer().lag();
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
}
