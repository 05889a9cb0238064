package org.nestledger.core.log.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a campaign did and saw so far. */
public final class Tally {

    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private int rounds;

    void round(Fault fault, Collection<String> found) {
        rounds++;
        faults.merge(fault, 1, Integer::sum);
        violations.addAll(found);
    }

    void violation(String what) {
        violations.add(what);
    }

    /** Counts the notes of a log that is not written to any more. */
    void count(List<Note> notes, Set<String> attemptsInLog, long events, long checkpoints) {
        Set<String> open = new HashSet<>();
        for (Note note : notes) {
            String attempt = note.command() + "#" + note.attempt();
            switch (note) {
                case Note.Began _ -> {
                    add("appends begun", 1);
                    open.add(attempt);
                }
                case Note.Acknowledged _ -> answered("acknowledged", attempt, open);
                case Note.Repeated _ -> answered("told to be a repeat", attempt, open);
                case Note.Conflicted _ -> answered("refused, condition not met", attempt, open);
                case Note.NotWritten _ -> answered("told that nothing was written", attempt, open);
                case Note.Unknown _ -> {
                    add("told that the outcome is unknown", 1);
                    add("… of which the log has", attemptsInLog.contains(attempt) ? 1 : 0);
                    open.remove(attempt);
                }
            }
        }
        add("never answered (killed before)", open.size());
        open.retainAll(attemptsInLog);
        add("… of which the log has ", open.size());
        add("events in the logs", events);
        add("checkpoints signed", checkpoints);
    }

    private void answered(String what, String attempt, Set<String> open) {
        add(what, 1);
        open.remove(attempt);
    }

    private void add(String what, long number) {
        counts.merge(what, number, Long::sum);
    }

    public int rounds() {
        return rounds;
    }

    /** How often each fault was injected. */
    public Map<Fault, Integer> faults() {
        return faults;
    }

    /** How many appends had which end, by what is counted. */
    public Map<String, Long> counts() {
        return counts;
    }

    /** What must not be; empty when all is well. */
    public List<String> violations() {
        return violations;
    }
}
