package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.testing.Scenario;

/** A reversal carries the whole of its target, its tags and a reason besides, and must fit into a record of the log. */
class EventsAreSmallEnoughToBeReversedTest {

    private static final int LIMIT = 40_000;
    private static final String LONGEST_REASON = "误".repeat(4_000);

    /** Acquires land with documents of so many characters in all. */
    private static String acquire(int characters) {
        String documents = Collections.nCopies(characters / 4_000, "d".repeat(4_000)).stream()
                .collect(Collectors.joining(","));
        return "AcquireLand parcel=p area=1mu on=2023-02-01 doc=" + documents + "," + "d".repeat(characters % 4_000);
    }

    private static int size(LedgerEvent event) {
        return new LedgerCodec().encode(event).length
                + LedgerJson.mapper().writeValueAsBytes(EventTypes.tags(event)).length;
    }

    private static LedgerEvent only(DeciderSpec.Answer answer) {
        return ((Accepted) answer.decision()).events().getFirst();
    }

    @Test
    void theLargestEventIsAccepted() {
        int rest = size(only(given(Scenario.PARCEL).when(acquire(36_100)))) - 36_100;
        LedgerEvent largest = only(given(Scenario.PARCEL).when(acquire(LIMIT - rest)));
        assertThat(size(largest)).isEqualTo(LIMIT);
        given(Scenario.PARCEL).when(acquire(LIMIT - rest + 1)).thenRejected(RefusalCode.TOO_LARGE);
    }

    @Test
    void itsReversalIsAcceptedWithTheLongestReason() {
        int rest = size(only(given(Scenario.PARCEL).when(acquire(36_100)))) - 36_100;
        DeciderSpec.Answer reversed = given(Scenario.PARCEL)
                .and(acquire(LIMIT - rest))
                .when("ReverseEntry position=7 reason=" + LONGEST_REASON);
        assertThat(size(only(reversed))).isBetween(LIMIT + 12_000, 60_000);
    }

    @Test
    void aReversalWithTooManyDocumentsIsNot() {
        String documents = acquire(20_100).replaceAll(".*doc=", "doc=");
        given(Scenario.PARCEL)
                .and(acquire(36_100))
                .when("ReverseEntry position=7 reason=" + LONGEST_REASON + " " + documents)
                .thenRejected(RefusalCode.TOO_LARGE);
    }

    @Test
    void tagsCountToo() {
        given(Scenario.PARCEL).when(split(30)).thenRecorded("land.ParcelSplit");
        given(Scenario.PARCEL).when(split(60)).thenRejected(RefusalCode.TOO_LARGE);
    }

    /** Into children with the longest ids: together they are within the limit as data, and with their tags above it. */
    private static String split(int children) {
        return "SplitParcel parcel=p on=2023-02-01 children="
                + IntStream.range(0, children)
                        .mapToObj(child -> "地".repeat(118) + (10 + child) + ":0.01:0:0:0")
                        .collect(Collectors.joining(","));
    }
}
