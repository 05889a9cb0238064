package org.nestledger.api.server;

import org.nestledger.api.runtime.LedgerRuntime;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the database answers, and still has the log that was in it. */
@Component("databaseHealthIndicator")
final class DatabaseHealthIndicator implements HealthIndicator {

    private final LedgerRuntime runtime;

    DatabaseHealthIndicator(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Health health() {
        return runtime.log().wentBack()
                ? down(
                        "the database no longer holds the log that this process has seen, and nothing is recorded: find"
                                + " out whether a backup was restored or a standby took over too early, then restart this process")
                : runtime.database().answers() ? Health.up().build() : down("the database does not answer");
    }

    private static Health down(String reason) {
        return Health.down().withDetail("reason", reason).build();
    }
}
