package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.permit.Permits;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.History;
import org.nestledger.core.testing.Invariants;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.core.testing.LegalHistories.Step;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;

/** Whatever is reversed of whatever history: what remains could have been recorded without it, and is as if it had been. */
class RemainingHistoriesAreLegalTest {

    @Property(tries = 150)
    void theInvariantsHoldAlsoWhereAReversalHasAnotherDate(
            @ForAll("commands") List<String> commands, @ForAll("picks") List<Integer> picks) {
        History history = LegalHistories.of(commands);
        reverse(history, picks);
        Invariants.hold(history.all());
    }

    @Property(tries = 150)
    void laterDecisionsAreTheSameAsWithoutTheEntries(
            @ForAll("open") List<String> commands,
            @ForAll("picks") List<Integer> picks,
            @ForAll("open") List<String> probes) {
        History history = LegalHistories.of(commands);
        Set<Long> reversed = reverse(history, picks);
        History without = new History();
        history.all().standing().map(Fact::event).forEach(without::append);
        for (String probe : reversed.isEmpty() ? List.<String>of() : probes) {
            var command = CommandLine.parse(probe);
            assertThat(history.decide(command, LegalHistories.NOW))
                    .as(probe)
                    .isEqualTo(without.decide(command, LegalHistories.NOW));
        }
    }

    @Property(tries = 300)
    void allOtherCommandsAreAcceptedAlsoWithoutTheEntries(
            @ForAll("open") List<String> commands, @ForAll("picks") List<Integer> picks) {
        History history = new History();
        List<Step> steps = LegalHistories.steps(history, commands);
        Set<Long> reversed = reverse(history, picks);
        List<Step> refused = replayed(steps, reversed);
        assertThat(refused).as("refused without %s", reversed).isEmpty();
    }

    /** The positions of the picked entries that could be reversed. */
    private static Set<Long> reverse(History history, List<Integer> picks) {
        int zones = history.all().standing(ZoneDesignated.class).size();
        int entries = history.events().size() - zones;
        return picks.stream()
                .map(pick -> 1L + zones + pick % entries)
                .filter(position -> {
                    LedgerEvent target = history.events().get((int) (position - 1));
                    ReverseEntry command = new ReverseEntry(target.zone(), position, "wrong", null, List.of());
                    return history.record(command, LegalHistories.NOW) instanceof Accepted;
                })
                .collect(Collectors.toSet());
    }

    /** What is judged over the whole: entries of one day, or recorded in another order, may rest on each other. */
    private static final Set<RefusalCode> OF_THE_WHOLE = EnumSet.of(
            RefusalCode.NOT_ENOUGH_QUOTA,
            RefusalCode.NOT_ENOUGH_ACQUIRED,
            RefusalCode.NOT_ENOUGH_SERVICED,
            RefusalCode.NOT_ENOUGH_READY,
            RefusalCode.NOT_ENOUGH_SUPPLIED,
            RefusalCode.PROJECT_HAS_NO_LAND,
            RefusalCode.PERMIT_REQUIRED);

    /** Those that are refused or decided otherwise without the reversed entries. */
    private static List<Step> replayed(List<Step> steps, Set<Long> reversed) {
        History without = new History();
        List<Step> refused = steps.stream()
                .filter(step -> !standing(step, reversed).isEmpty())
                .filter(step -> !replay(step, without, reversed))
                .toList();
        Invariants.hold(without.all());
        Stream.of("a", "b", "c")
                .forEach(project ->
                        assertThat(Permits.refusal(without.all(), project)).isNull());
        return refused;
    }

    private static boolean replay(Step step, History without, Set<Long> reversed) {
        boolean legal = switch (without.decide(step.command(), LegalHistories.NOW)) {
            case Accepted accepted -> accepted.events().equals(step.events());
            case Rejection refusal -> OF_THE_WHOLE.contains(refusal.code());
        };
        standing(step, reversed).forEach(without::append);
        return legal;
    }

    private static List<LedgerEvent> standing(Step step, Set<Long> reversed) {
        return IntStream.range(0, step.events().size())
                .filter(i -> !reversed.contains(step.first() + i))
                .mapToObj(i -> step.events().get(i))
                .toList();
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }

    /** In an open period a reversal takes the original's date and leaves nothing behind. */
    @Provide
    Arbitrary<List<String>> open() {
        return LegalHistories.openCommands();
    }

    /** Positions, wherever in the history they fall. */
    @Provide
    Arbitrary<List<Integer>> picks() {
        return Arbitraries.integers().between(0, 999).list().ofMinSize(1).ofMaxSize(12);
    }
}
