package org.nestledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;
import org.nestledger.core.zone.ZoneKind;
import org.nestledger.query.ReadModels;
import org.nestledger.query.projection.Rebuild.Mode;
import org.nestledger.query.projection.Rebuild.Watch;
import org.nestledger.query.testing.RenamedWorld;
import org.nestledger.query.testing.Samples;
import org.nestledger.query.testing.TestLedger;

/** Random ledgers are followed in pieces of any size, then folded at once: every row is the same. */
class FollowingAndRebuildingGiveTheSameRowsIT {

    private static final LocalDate DAY = LocalDate.of(2023, 5, 5);

    private static TestLedger ledger;
    private static Rebuild rebuild;
    private static int worlds;

    @BeforeContainer
    static void open() {
        ledger = new TestLedger();
        rebuild = new Rebuild(ledger.dataSource(), ledger.log(), ReadModels.all());
    }

    @AfterContainer
    static void close() {
        ledger.close();
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverIsInTheLog(@ForAll("commands") List<String> commands, @ForAll("piece") int piece) throws Exception {
        RenamedWorld world =
                new RenamedWorld("w%03d-".formatted(++worlds), ledger.log().head());
        follow(LegalHistories.of(commands).events().stream().map(world::event).toList(), piece);
        same();
    }

    @Example
    void ofOneOfEachEventAndItsReversal() throws Exception {
        try (TestLedger samples = new TestLedger()) {
            Samples.events().forEach(samples::append);
            long[] position = {0};
            Samples.events().forEach(sample -> samples.append(Samples.reversal(++position[0], sample)));
            samples.caughtUp();
            Compared compared = new Rebuild(samples.dataSource(), samples.log(), ReadModels.all())
                    .run(Mode.SWAP_WHEN_SAME, Watch.NONE)
                    .compared();
            assertThat(compared.first()).isEmpty();
            assertThat(compared.position()).isEqualTo(2 * position[0]);
        }
    }

    @Example
    void ofTextsWithEveryKindOfCharacter() throws Exception {
        String odd = "a\tb\\N\\.\n\r\"',{}; 肇庆 \u0001 \\";
        ledger.append(
                new ZoneDesignated(
                        "odd",
                        ZoneKind.ZONE,
                        odd,
                        null,
                        List.of("a\"b", "c\\d", "e, {f}", "NULL"),
                        "UTC",
                        null,
                        DAY,
                        List.of()),
                new ProjectIntroduced(
                        "odd", List.of(), "odd", odd, "e", "\\N", "NULL", null, null, null, DAY, List.of()));
        ledger.caughtUp();
        same();
    }

    private static void follow(List<LedgerEvent> events, int piece) {
        IntStream.iterate(0, from -> from < events.size(), from -> from + piece).forEach(from -> {
            ledger.append(
                    events.subList(from, Math.min(events.size(), from + piece)).toArray(LedgerEvent[]::new));
            ledger.caughtUp();
        });
    }

    private static void same() throws Exception {
        Compared compared = rebuild.run(Mode.SWAP_WHEN_SAME, Watch.NONE).compared();
        assertThat(compared.first()).isEmpty();
        assertThat(compared.differences()).isZero();
        assertThat(compared.position()).isEqualTo(ledger.log().head());
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }

    @Provide
    Arbitrary<Integer> piece() {
        return net.jqwik.api.Arbitraries.integers().between(1, 20);
    }
}
