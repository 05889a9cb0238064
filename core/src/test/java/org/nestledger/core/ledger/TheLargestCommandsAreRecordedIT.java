package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.testing.Scenario;
import org.nestledger.core.testing.TestLedger;

/** What decisions accept at their limits the log can write, with the longest ids beside it. */
class TheLargestCommandsAreRecordedIT {

    private static final Sender SENDER = new Sender("差".repeat(120), Role.all());

    private final TestLedger ledger = new TestLedger();

    @BeforeEach
    void begin() {
        ledger.record(SENDER, Scenario.PARCEL);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void alsoTheReversalOfTheLargestEventWithTheLongestReason() {
        assertThat(submit("AcquireLand parcel=p area=1mu on=2023-02-01 doc=" + documents(9)))
                .isEqualTo(new Outcome.Recorded(7, 7, false));
        assertThat(submit("ReverseEntry position=7 reason=" + "误".repeat(4_000)))
                .isEqualTo(new Outcome.Recorded(8, 8, false));
        assertThat(ledger.log().at(8).orElseThrow().type()).isEqualTo("reversal.EntryReversed");
    }

    @Test
    void alsoASplitIntoParcelsOfTheLongestIdsAndItsReversal() {
        String children = IntStream.range(0, 40)
                .mapToObj(child -> "地".repeat(118) + (10 + child) + ":0.01:0:0:0")
                .collect(Collectors.joining(","));
        assertThat(submit("SplitParcel parcel=p on=2023-02-01 children=" + children))
                .isEqualTo(new Outcome.Recorded(7, 7, false));
        assertThat(submit("ReverseEntry position=7 reason=" + "误".repeat(4_000)))
                .isEqualTo(new Outcome.Recorded(8, 8, false));
    }

    @Test
    void alsoManyPowersAtOnce() {
        String powers = IntStream.range(0, 500).mapToObj(i -> "w" + i).collect(Collectors.joining(","));
        String delegation = "DelegatePowers powers=" + powers + " on=2023-02-01 doc=1";
        assertThat(submit(delegation)).isEqualTo(new Outcome.Recorded(7, 506, false));
        assertThat(submit(delegation.replace("w0,", "v0,"))).isInstanceOf(Outcome.Refused.class);
    }

    private static String documents(int count) {
        return IntStream.range(0, count).mapToObj(_ -> "d".repeat(4_000)).collect(Collectors.joining(","));
    }

    private Outcome submit(String line) {
        return ledger.submit(SENDER, line);
    }
}
