package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.supply.SupplyEvent.SupplyRescinded;
import org.nestledger.core.testing.Scenario;
import org.nestledger.core.testing.TestLedger;

/** Ledgers that each remember what they decided on take the same decisions as if they had read everything anew. */
class RememberedDecisionsIT {

    private static final Sender SENDER = new Sender("somebody", Role.all());
    private static final String SUPPLY = "SupplyLand parcel=p project=a supply=%s area=%dmu on=2023-12-01";
    private static final String RESCISSION = "RescindSupply supply=%s on=2023-12-01";

    /** Of what the scenario services, so much is not supplied yet. */
    private static final int FREE = 40;

    private final TestLedger first = new TestLedger();
    private final TestLedger second = first.another(LogOptions.defaults());
    private final TestLedger forgetful = first.another(LogOptions.defaults().withRecentEvents(3));
    private final List<TestLedger> ledgers = List.of(first, second, forgetful);

    @BeforeEach
    void supplyToAProject() {
        first.record(SENDER, Scenario.named("SUPPLIED").replaceAll("\n+", "\n").strip());
    }

    @AfterEach
    void close() throws Exception {
        forgetful.close();
        second.close();
        first.close();
    }

    @Test
    void whatAnotherLedgerFreedIsThereForOneWhoRemembersThatNothingWasLeft() {
        for (int round = 0; round < 9; round++) {
            TestLedger one = ledgers.get(round % 3);
            TestLedger other = ledgers.get((round + 1) % 3);
            one.record(SENDER, SUPPLY.formatted("t" + round, FREE));
            assertThat(refusal(other.submit(SENDER, SUPPLY.formatted("u" + round, 1))))
                    .isEqualTo(RefusalCode.NOT_ENOUGH_SERVICED);
            one.record(SENDER, RESCISSION.formatted("t" + round));
            other.record(SENDER, SUPPLY.formatted("v" + round, FREE));
            assertThat(refusal(one.submit(SENDER, SUPPLY.formatted("w" + round, 1))))
                    .isEqualTo(RefusalCode.NOT_ENOUGH_SERVICED);
            other.record(SENDER, RESCISSION.formatted("v" + round));
        }
    }

    @Test
    void whatAnotherLedgerRecordedIsRefusedWhenItIsRecordedAgain() {
        for (int round = 0; round < 10; round++) {
            String command = "IntroduceProject project=n%d on=2023-12-01".formatted(round);
            ledgers.get(round % 3).record(SENDER, command);
            for (TestLedger ledger : ledgers) {
                assertThat(refusal(ledger.submit(SENDER, command))).isEqualTo(RefusalCode.ID_TAKEN);
            }
        }
    }

    @Test
    void inARaceOnOneParcelNoMoreLandIsSuppliedThanThereIsAndNothingIsRecordedTwice() throws Exception {
        long before = first.log().head();
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            int caller = i;
            callers.add(() -> supplyAndRescind(ledgers.get(caller % 3), caller));
        }
        int recorded = 0;
        try (var pool = Executors.newFixedThreadPool(callers.size())) {
            for (Future<Integer> each : pool.invokeAll(callers)) {
                recorded += each.get();
            }
        }
        assertThat(first.log().head()).isEqualTo(before + recorded);
        assertThat(recorded).isGreaterThan(50);
        assertThatNeverMoreThanThereIsWasSupplied();
    }

    /** The number of commands that were recorded. */
    private static int supplyAndRescind(TestLedger ledger, int caller) {
        Random random = new Random(caller);
        List<String> held = new ArrayList<>();
        int recorded = 0;
        for (int i = 0; i < 25; i++) {
            String supply = "r" + caller + "-" + i;
            boolean rescinds = !held.isEmpty() && random.nextInt(3) > 0;
            String command = rescinds
                    ? RESCISSION.formatted(held.removeFirst())
                    : SUPPLY.formatted(supply, 5 + random.nextInt(15));
            if (ledger.submit(SENDER, command) instanceof Outcome.Recorded) {
                recorded++;
                if (!rescinds) {
                    held.add(supply);
                }
            } else {
                assertThat(rescinds).as(command).isFalse();
            }
        }
        return recorded;
    }

    private void assertThatNeverMoreThanThereIsWasSupplied() {
        Map<String, Long> supplies = new HashMap<>();
        for (RecordedEvent event : first.log().read(0, 10_000)) {
            if (event.payload() instanceof LandSupplied supplied) {
                assertThat(supplies.put(supplied.supply(), supplied.area().microMu()))
                        .isNull();
            } else if (event.payload() instanceof SupplyRescinded rescinded) {
                supplies.merge(rescinded.supply(), -rescinded.area().microMu(), Long::sum);
                assertThat(supplies.get(rescinded.supply())).isZero();
            }
            assertThat(supplies.values().stream().mapToLong(Long::longValue).sum())
                    .as("position %d", event.position())
                    .isLessThanOrEqualTo(100_000_000L);
        }
    }

    private static RefusalCode refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).rejection().code();
    }
}
