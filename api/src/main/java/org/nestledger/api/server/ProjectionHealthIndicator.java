package org.nestledger.api.server;

import org.nestledger.query.projection.ProjectionStatus;
import org.nestledger.query.projection.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the read models follow the log. */
@Component("projectionHealthIndicator")
final class ProjectionHealthIndicator implements HealthIndicator {

    private final Projections projections;

    ProjectionHealthIndicator(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        ProjectionStatus status = projections.status();
        Health.Builder health = switch (status) {
            case ProjectionStatus.Running _, ProjectionStatus.Waiting _ -> followed(projections.differences());
            case ProjectionStatus.Rebuilding rebuilding -> Health.up().withDetail("rebuilt", rebuilding.done());
            case ProjectionStatus.Diverged diverged -> followed(diverged.differences());
            case ProjectionStatus.Idle _ -> Health.down().withDetail("reason", "the read models do not follow");
            case ProjectionStatus.Retrying _ ->
                Health.down().withDetail("reason", "the database does not answer; it is tried again");
            case ProjectionStatus.Stopped stopped ->
                Health.down()
                        .withDetail("reason", stopped.reason())
                        .withDetail("failedAt", stopped.failedAt())
                        .withDetail("eventId", stopped.eventId());
        };
        return health.withDetail("position", status.position())
                .withDetail("head", status.head())
                .build();
    }

    private static Health.Builder followed(long differences) {
        return differences == 0
                ? Health.up()
                : Health.down()
                        .withDetail("reason", "the read models differ from the log: ./ledger check says where")
                        .withDetail("differences", differences);
    }
}
