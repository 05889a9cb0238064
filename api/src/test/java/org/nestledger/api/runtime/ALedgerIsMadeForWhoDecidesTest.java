package org.nestledger.api.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;

class ALedgerIsMadeForWhoDecidesTest {

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final OpenedWhenAsked asked = new OpenedWhenAsked(CountedLedger::new);

    private final class CountedLedger implements Ledger {

        CountedLedger() {
            made.incrementAndGet();
        }

        @Override
        public Outcome submit(Submission submission) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Ledger dryRun() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    @Test
    void whoOnlyReadsMakesNone() {
        asked.close();
        assertThat(made).hasValue(0);
        assertThat(closed).hasValue(0);
    }

    @Test
    void allWhoAskHaveTheSameOne() throws Exception {
        List<Callable<Ledger>> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(asked::get);
        }
        Set<Ledger> seen = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(many)) {
                seen.add(each.get());
            }
        }
        assertThat(seen).containsExactly(asked.get());
        assertThat(made).hasValue(1);
        asked.close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void afterTheEndNoneIsMade() {
        asked.close();
        assertThatThrownBy(asked::get).isInstanceOf(IllegalStateException.class);
        assertThat(made).hasValue(0);
    }
}
