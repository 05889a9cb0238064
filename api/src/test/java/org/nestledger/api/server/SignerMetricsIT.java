package org.nestledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.ServedLedger;

class SignerMetricsIT {

    @Test
    void theLagOfTheSignerIsMeasured() throws Exception {
        ServedLedger ledger = ServedLedger.shared();
        String _ = Commands.newZone(ledger.http());
        assertThat(ledger.runtime().signer().awaitCheckpoint(ledger.head(), Duration.ofSeconds(30)))
                .isTrue();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new SignerMetrics(ledger.runtime()).bindTo(registry);
        assertThat(registry.get("log.unsigned.events").gauge().value()).isZero();
        assertThat(registry.get("log.checkpoint.lag").gauge().value()).isZero();
    }
}
