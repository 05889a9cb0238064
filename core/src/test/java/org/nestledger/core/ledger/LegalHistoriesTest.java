package org.nestledger.core.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
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

    @Example
    void whatReportsTellApartOccurs() {
        LedgerCodec codec = new LedgerCodec();
        String recorded = LegalHistories.commands()
                .sampleStream()
                .limit(200)
                .flatMap(commands -> history(commands).events().stream())
                .map(event -> EventName.of(event.getClass()) + " " + new String(codec.encode(event), UTF_8))
                .collect(Collectors.joining("\n"));
        assertThat(recorded)
                .containsPattern("zone.TargetSet .*USD")
                .containsPattern("project.InvestmentRecorded .*USD")
                .containsPattern("project.InvestmentPlanRevised .*USD")
                .containsPattern("fund.FundingRecorded .*USD")
                .containsPattern("project.ProjectAmended .*\"industry\":\"steel\"")
                .containsPattern("service.ServiceDelivered .*\"plan\":\"k\"")
                .containsPattern("service\\..*\"due[^\"]*\":\"2023-01-10\"");
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
