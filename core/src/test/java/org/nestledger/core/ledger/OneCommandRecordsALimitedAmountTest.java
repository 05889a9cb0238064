package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.permit.NewPower;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.permit.PowerCommand.DelegatePowers;
import org.nestledger.core.testing.Scenario;

/** What one command records is written in one transaction, which must not hold up everybody else. */
class OneCommandRecordsALimitedAmountTest {

    private static final int MOST = LogOptions.EVENTS_PER_APPEND;

    @Test
    void asManyEventsAsAnAppendMayHaveAreRecorded() {
        assertThat(recorded(delegation(MOST, "Name"))).isEqualTo(MOST);
    }

    @Test
    void oneMoreIsRefused() {
        given(Scenario.ZONES).when(delegation(MOST + 1, "Name")).thenRejected(RefusalCode.TOO_LARGE);
    }

    @Test
    void tooManyBytesInFewerEventsAreRefused() {
        given(Scenario.ZONES).when(delegation(MOST, "x".repeat(2_000))).thenRejected(RefusalCode.TOO_LARGE);
        assertThat(recorded(delegation(10, "x".repeat(2_000)))).isEqualTo(10);
    }

    private static int recorded(LedgerCommand command) {
        return ((Accepted) given(Scenario.ZONES).when(command).decision())
                .events()
                .size();
    }

    private static LedgerCommand delegation(int powers, String name) {
        return new DelegatePowers(
                "z",
                "first",
                IntStream.range(0, powers)
                        .mapToObj(i -> new NewPower("w" + i, name, List.of(PermitKind.OTHER)))
                        .toList(),
                LocalDate.of(2023, 5, 1),
                List.of(new Document("approval", "1", null, null, null)));
    }
}
