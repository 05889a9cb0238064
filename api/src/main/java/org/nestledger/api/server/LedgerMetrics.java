package org.nestledger.api.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.publish.CheckpointLag;
import org.nestledger.query.projection.ProjectionStatus;
import org.springframework.stereotype.Component;

/** How the log grows, and how far the read models are behind it; as this process last saw it, without asking the database. */
@Component
final class LedgerMetrics implements MeterBinder {

    private final LedgerRuntime runtime;

    LedgerMetrics(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        runtime.metrics().bindTo(registry);
        Gauge.builder("log.queue.depth", runtime, LedgerRuntime::waitingAppends)
                .description("Appends that wait for the writer.")
                .baseUnit("appends")
                .register(registry);
        Gauge.builder("log.head", this, LedgerMetrics::head)
                .description("The position of the last event of the log.")
                .baseUnit("events")
                .register(registry);
        Gauge.builder("projection.lag", this, LedgerMetrics::lag)
                .description("Events that the read models do not show yet.")
                .baseUnit("events")
                .register(registry);
    }

    private long head() {
        CheckpointLag signer = runtime.signer().lag();
        return Math.max(runtime.projections().status().head(), signer.published() + signer.unsigned());
    }

    private long lag() {
        ProjectionStatus status = runtime.projections().status();
        return Math.max(0, head() - status.position());
    }
}
