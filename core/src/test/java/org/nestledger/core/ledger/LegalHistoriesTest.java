package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.testing.History;
import org.nestledger.core.testing.Invariants;
import org.nestledger.core.testing.LegalHistories;

/** Whatever is asked of the ledger in whatever order and with whatever dates, its books stay true. */
class LegalHistoriesTest {

    @Property(tries = 150)
    void theInvariantsHoldOnEveryDay(@ForAll("commands") List<String> commands) {
        History history = history(commands);
        Invariants.hold(history.all());
    }

    @Property(tries = 60)
    void aDecisionCanBeRepeated(@ForAll("commands") List<String> commands) {
        assertThat(history(commands).events()).isEqualTo(history(commands).events());
    }

    @Property(tries = 60)
    void everyEventIsReadBackAsItWasWritten(@ForAll("commands") List<String> commands) {
        LedgerCodec codec = new LedgerCodec();
        for (LedgerEvent event : history(commands).events()) {
            byte[] bytes = codec.encode(event);
            Object again = codec.decode(
                    EventName.of(event.getClass()),
                    EventName.version(event.getClass()),
                    LedgerJson.mapper().readTree(bytes));
            assertThat(again).isEqualTo(event);
            assertThat(codec.encode(again)).isEqualTo(bytes);
        }
    }

    @Provide
    Arbitrary<List<String>> commands() {
        Arbitrary<List<String>> reversals = Arbitraries.integers()
                .between(5, 60)
                .map(position -> "ReverseEntry position=" + position)
                .list()
                .ofMaxSize(10);
        return Combinators.combine(LegalHistories.commands(), reversals, LegalHistories.commands())
                .as((before, reversed, after) ->
                        Stream.of(before, reversed, after).flatMap(List::stream).toList());
    }

    private static History history(List<String> commands) {
        return LegalHistories.of(commands);
    }
}
