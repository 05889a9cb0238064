package org.nestledger.api.server;

import org.nestledger.api.runtime.LedgerRuntime;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the database answers. */
@Component("databaseHealthIndicator")
final class DatabaseHealthIndicator implements HealthIndicator {

    private final LedgerRuntime runtime;

    DatabaseHealthIndicator(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Health health() {
        return runtime.database().answers()
                ? Health.up().build()
                : Health.down()
                        .withDetail("reason", "the database does not answer")
                        .build();
    }
}
