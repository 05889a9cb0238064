package org.nestledger.api.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.nestledger.api.runtime.LedgerRuntime;
import org.springframework.stereotype.Component;

/** How long what is recorded can still be changed without a trace. */
@Component
final class SignerMetrics implements MeterBinder {

    private final LedgerRuntime runtime;

    SignerMetrics(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder(
                        "log.checkpoint.lag",
                        runtime,
                        TimeUnit.MILLISECONDS,
                        ledger -> ledger.signer().lag().age().toMillis())
                .description("How long there have been events that no published checkpoint covers.")
                .register(registry);
        Gauge.builder(
                        "log.unsigned.events",
                        runtime,
                        ledger -> ledger.signer().lag().unsigned())
                .baseUnit("events")
                .description("Events that no published checkpoint covers.")
                .register(registry);
    }
}
