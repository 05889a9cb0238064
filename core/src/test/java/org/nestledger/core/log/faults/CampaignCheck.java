package org.nestledger.core.log.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nestledger.core.log.race.RaceCheck;
import org.nestledger.core.log.race.Seen;

/**
 * Holds what clients were told against what the log holds, again after every fault. The notes must have been read before
 * the log: clients go on meanwhile. Each sentence that it returns is a violation:
 *
 * <ul>
 *   <li>all that {@link RaceCheck} says of a log alone: dense positions, whole appends, conditions that hold;
 *   <li>what was acknowledged is there, at the position that was told and with the bytes that were sent, once;
 *   <li>what was refused or not written is not there; of an attempt without an answer all is there or nothing;
 *   <li>of the attempts of one command at most one is there, and a repeat was told where;
 *   <li>what was there at the check before is there still, unchanged.
 * </ul>
 */
final class CampaignCheck {

    /**
     * An event of the log.
     *
     * @param command the command id in its metadata
     * @param hash SHA-256 of its record, in hexadecimal
     */
    record Stored(Seen seen, String command, String hash) {}

    private final List<String> before = new ArrayList<>();
    private List<String> violations = new ArrayList<>();

    /** What was found this time. */
    List<String> violations(Collection<Note> notes, List<Stored> log) {
        violations = new ArrayList<>(
                RaceCheck.violations(log.stream().map(Stored::seen).toList(), List.of()));
        checkUnchanged(log);
        Map<String, List<Stored>> attempts = new LinkedHashMap<>();
        Map<String, String> attemptOf = new HashMap<>();
        for (Stored event : log) {
            String attempt = event.seen().claim().append();
            attempts.computeIfAbsent(attempt, _ -> new ArrayList<>()).add(event);
            String other = attemptOf.putIfAbsent(event.command(), attempt);
            if (other != null && !other.equals(attempt)) {
                violations.add("command %s is in the log twice: as %s and, at %d, as %s"
                        .formatted(event.command(), other, event.seen().position(), attempt));
            }
        }
        notes.forEach(note -> check(note, attempts, attemptOf));
        return violations;
    }

    private void checkUnchanged(List<Stored> log) {
        if (log.size() < before.size()) {
            violations.add("the log held %d events before and holds %d now".formatted(before.size(), log.size()));
        }
        for (int i = 0; i < log.size(); i++) {
            if (i >= before.size()) {
                before.add(log.get(i).hash());
            } else if (!before.get(i).equals(log.get(i).hash())) {
                violations.add("position %d holds another record than before"
                        .formatted(log.get(i).seen().position()));
            }
        }
    }

    private void check(Note note, Map<String, List<Stored>> attempts, Map<String, String> attemptOf) {
        String attempt = note.command() + "#" + note.attempt();
        List<Stored> found = attempts.getOrDefault(attempt, List.of());
        switch (note) {
            case Note.Began began -> {
                if (!found.isEmpty()
                        && !found.stream().map(Stored::hash).toList().equals(began.hashes())) {
                    violations.add("%s is in the log at %s with other bytes than were sent"
                            .formatted(attempt, positions(found)));
                }
            }
            case Note.Acknowledged told -> acknowledged(attempt, told.last(), found);
            case Note.Repeated told ->
                repeated(attempt, told, attempts.getOrDefault(attemptOf.getOrDefault(told.command(), ""), List.of()));
            case Note.Conflicted _ -> absent(attempt, "rejected", found);
            case Note.NotWritten _ -> absent(attempt, "not written", found);
            case Note.Unknown _ -> {}
        }
    }

    private void acknowledged(String attempt, long last, List<Stored> found) {
        if (found.isEmpty()) {
            violations.add("%s was acknowledged at %d, but is not in the log".formatted(attempt, last));
        } else if (found.getLast().seen().position() != last) {
            violations.add("%s was acknowledged at %d, but is at %s".formatted(attempt, last, positions(found)));
        }
    }

    private void repeated(String attempt, Note.Repeated told, List<Stored> there) {
        if (there.isEmpty()
                || there.getFirst().seen().position() != told.first()
                || there.getLast().seen().position() != told.last()) {
            violations.add("%s was told that its command is at %d to %d, but it is at %s"
                    .formatted(attempt, told.first(), told.last(), positions(there)));
        }
    }

    private void absent(String attempt, String told, List<Stored> found) {
        if (!found.isEmpty()) {
            violations.add("%s was told to be %s, but is in the log at %s".formatted(attempt, told, positions(found)));
        }
    }

    private static List<Long> positions(List<Stored> events) {
        return events.stream().map(event -> event.seen().position()).toList();
    }
}
