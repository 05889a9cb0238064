package org.nestledger.query.report.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.report.explain.Evidence.Standing;
import org.nestledger.query.report.recording.Delay;

/** What the figures of the reports about entries are: late recording, entries without a document, reversals by actor. */
final class EntryFigures {

    private EntryFigures() {}

    static Optional<Definition> ofRecording(List<String> cells) {
        if (cells.size() != 2) {
            return Optional.empty();
        }
        return switch (cells.getFirst()) {
            case "summary" ->
                switch (cells.get(1)) {
                    case "entries" -> Optional.of(new RecordingDays(Statistic.COUNT, null));
                    case "median" -> Optional.of(new RecordingDays(Statistic.HALF_WITHIN, null));
                    case "p90" -> Optional.of(new RecordingDays(Statistic.NINE_TENTHS_WITHIN, null));
                    case "longest" -> Optional.of(new RecordingDays(Statistic.GREATEST, null));
                    default -> Optional.empty();
                };
            case "delays" ->
                Arrays.stream(Delay.values())
                        .filter(delay -> delay.name().equals(cells.get(1)))
                        .findFirst()
                        .map(delay -> new RecordingDays(Statistic.COUNT, delay));
            default -> Optional.empty();
        };
    }

    static Optional<Definition> ofUnsupported(List<String> cells) {
        if (cells.size() != 4 || !cells.getFirst().equals("by type and actor")) {
            return Optional.empty();
        }
        String type = cells.get(1);
        String actor = cells.get(2);
        return switch (cells.get(3)) {
            case "entries" ->
                Optional.of(new EntryCount(
                        "entries of the type by the actor in the period that stand",
                        (evidence, entry) -> stands(evidence, entry) && isOf(entry, type, actor)));
            case "without document" ->
                Optional.of(new EntryCount(
                        "entries of the type by the actor in the period that stand and state no document",
                        (evidence, entry) -> stands(evidence, entry)
                                && isOf(entry, type, actor)
                                && entry.event().documents().isEmpty()));
            default -> Optional.empty();
        };
    }

    static Optional<Definition> ofReversals(List<String> cells) {
        if (cells.size() != 3 || !cells.getFirst().equals("by actor")) {
            return Optional.empty();
        }
        String actor = cells.get(1);
        return switch (cells.get(2)) {
            case "recorded" ->
                Optional.of(new EntryCount(
                        "entries by the actor in the period other than reversals",
                        (_, entry) -> isBy(entry, actor) && !isReversal(entry)));
            case "reversed" ->
                Optional.of(new EntryCount(
                        "entries by the actor in the period that were taken back, by anybody",
                        (evidence, entry) -> isBy(entry, actor) && !stands(evidence, entry)));
            case "reversals made" ->
                Optional.of(new EntryCount(
                        "reversals by the actor in the period", (_, entry) -> isBy(entry, actor) && isReversal(entry)));
            default -> Optional.empty();
        };
    }

    private static boolean isReversal(Standing<LedgerEvent> entry) {
        return entry.event() instanceof EntryReversed;
    }

    private static boolean stands(Evidence evidence, Standing<LedgerEvent> entry) {
        return evidence.reversalOf(entry).isEmpty();
    }

    private static boolean isOf(Standing<LedgerEvent> entry, String type, String actor) {
        return entry.recorded().type().equals(type) && isBy(entry, actor);
    }

    /** @param actor empty for entries that state none */
    private static boolean isBy(Standing<LedgerEvent> entry, String actor) {
        return Objects.requireNonNullElse(entry.recorded().metadata().get("actor"), "")
                .equals(actor);
    }
}
