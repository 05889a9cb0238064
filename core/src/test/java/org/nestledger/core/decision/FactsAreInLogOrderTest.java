package org.nestledger.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.zone.ZoneEvent.PeriodClosed;
import tools.jackson.databind.node.JsonNodeFactory;

/** What was read of several criteria becomes one history. */
class FactsAreInLogOrderTest {

    private static final LocalDate DAY = LocalDate.of(2023, 3, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void howeverTheyComeEachIsThereOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<Fact> facts = new ArrayList<>();
            random.longs(random.nextInt(20), 1, 15).forEach(position -> facts.add(closed(position)));
            Facts gathered = Facts.gathered(facts);
            assertThat(gathered.all().stream().map(Fact::position).toList())
                    .isEqualTo(facts.stream()
                            .map(Fact::position)
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    @Test
    void whatIsKnownAsItIsStoredIsKept() {
        Fact stored = closed(2).storedAs(1, JsonNodeFactory.instance.objectNode());
        assertThat(Facts.gathered(List.of(closed(3), stored, closed(2))).all()).containsExactly(stored, closed(3));
        assertThat(Facts.gathered(List.of(closed(2), closed(3), stored)).all()).containsExactly(stored, closed(3));
        assertThat(Facts.of(List.of(closed(2)))
                        .merged(Facts.of(List.of(stored)))
                        .all())
                .containsExactly(stored);
        assertThat(Facts.of(List.of(closed(2))).merged(Facts.none()).all()).containsExactly(closed(2));
        assertThat(Facts.none().merged(Facts.of(List.of(stored))).all()).containsExactly(stored);
    }

    @Test
    void neitherAReversalNorWhatItReversesStands() {
        Facts facts = Facts.of(List.of(closed(1), closed(2), reversalOf(1, 3), closed(4)));
        assertThat(facts.standing()).containsExactly(closed(2), closed(4));
        assertThat(facts.standing(PeriodClosed.class)).hasSize(2);
        assertThat(facts.standing(EntryReversed.class)).isEmpty();
        assertThat(facts.plus(List.of(reversalOf(4, Facts.NOT_YET))).standing()).containsExactly(closed(2));
    }

    @Test
    void anEntityIsFoldedOnceFromTheSameFactsAndAnewFromMore() {
        AtomicInteger folds = new AtomicInteger();
        Facts facts = Facts.of(List.of(closed(1)));
        assertThat(facts.folded(Integer.class, "a", folds::incrementAndGet)).isEqualTo(1);
        assertThat(facts.folded(Integer.class, "a", folds::incrementAndGet)).isEqualTo(1);
        assertThat(facts.folded(Integer.class, "b", folds::incrementAndGet)).isEqualTo(2);
        assertThat(facts.folded(String.class, "a", () -> null)).isNull();
        assertThat(facts.plus(List.of(closed(2))).folded(Integer.class, "a", folds::incrementAndGet))
                .isEqualTo(3);
    }

    @Test
    void aFoldMayAskForWhatAnotherOneGives() {
        Facts facts = Facts.of(List.of(closed(1)));
        assertThat(facts.folded(
                        String.class, "outer", () -> "of " + facts.folded(String.class, "inner", () -> "another")))
                .isEqualTo("of another");
    }

    @Test
    void nothingIsKeptWithoutFactsSinceAllDecisionsShareThese() {
        AtomicInteger folds = new AtomicInteger();
        assertThat(Facts.none().folded(Integer.class, "a", folds::incrementAndGet))
                .isEqualTo(1);
        assertThat(Facts.none().folded(Integer.class, "a", folds::incrementAndGet))
                .isEqualTo(2);
    }

    private static Fact closed(long position) {
        return new Fact(position, new PeriodClosed("z1", DAY, null, DAY, List.of()), List.of(), null);
    }

    private static Fact reversalOf(long target, long position) {
        EntryReversed reversal = new EntryReversed(
                target, "zone.PeriodClosed", 1, JsonNodeFactory.instance.objectNode(), DAY, null, "wrong", List.of());
        return new Fact(position, reversal, List.of(), null);
    }
}
