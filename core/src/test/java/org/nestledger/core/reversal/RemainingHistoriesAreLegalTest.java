package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.LedgerEvent;
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
            @ForAll("commands") List<String> commands,
            @ForAll("picks") List<Integer> picks,
            @ForAll("commands") List<String> probes) {
        History history = LegalHistories.of(open(commands));
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
            @ForAll("commands") List<String> commands, @ForAll("picks") List<Integer> picks) {
        History history = new History();
        List<Step> steps = LegalHistories.steps(history, open(commands));
        Set<Long> reversed = reverse(history, picks);
        List<Step> refused = replayed(steps, reversed);
        assertThat(refused).as("refused without %s", reversed).isEmpty();
    }

    /** Commands of an open period: there a reversal takes the original's date and leaves nothing behind. */
    private static List<String> open(List<String> commands) {
        return commands.stream()
                .filter(command -> !command.startsWith("ClosePeriod"))
                .toList();
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

    /** Those that are refused or decided otherwise without the reversed entries, also when they come later. */
    private static List<Step> replayed(List<Step> steps, Set<Long> reversed) {
        History without = new History();
        List<Step> open = steps;
        List<Step> refused = new ArrayList<>();
        do {
            List<Step> again = open;
            refused = new ArrayList<>();
            for (Step step : again) {
                if (!replay(step, without, reversed)) {
                    refused.add(step);
                }
            }
            open = refused.size() < again.size() ? refused : List.of();
        } while (!open.isEmpty());
        return refused;
    }

    private static boolean replay(Step step, History without, Set<Long> reversed) {
        List<Integer> standing = IntStream.range(0, step.events().size())
                .filter(i -> !reversed.contains(step.first() + i))
                .boxed()
                .toList();
        if (standing.isEmpty()) {
            return true;
        }
        boolean same = without.decide(step.command(), LegalHistories.NOW) instanceof Accepted accepted
                && accepted.events().equals(step.events());
        if (same) {
            standing.forEach(i -> without.append(step.events().get(i)));
        }
        return same;
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }

    /** Positions, wherever in the history they fall. */
    @Provide
    Arbitrary<List<Integer>> picks() {
        return Arbitraries.integers().between(0, 999).list().ofMinSize(1).ofMaxSize(12);
    }
}
