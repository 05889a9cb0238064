package org.nestledger.core.log.race;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds what deciders were told against the whole log. Each sentence that it returns is a violation:
 *
 * <ul>
 *   <li>positions are 1, 2, 3, …; the events of an append stand together, in order, all of them, once;
 *   <li>no event between an append's marker and its own position matches its boundary;
 *   <li>what was accepted is there and ends at the position that was told; what was rejected is not there, and something
 *       that matches its boundary is; nothing failed.
 * </ul>
 */
public final class RaceCheck {

    private final List<String> violations = new ArrayList<>();
    private final Map<String, List<Seen>> appends = new LinkedHashMap<>();
    private final Map<String, NavigableMap<Long, Seen>> byTag = new HashMap<>();

    private RaceCheck() {}

    public static List<String> violations(List<Seen> log, Collection<Told> told) {
        RaceCheck check = new RaceCheck();
        check.index(log);
        check.appends.values().forEach(check::checkAppend);
        told.forEach(check::checkTold);
        return check.violations;
    }

    private void index(List<Seen> log) {
        long position = 0;
        for (Seen event : log) {
            position++;
            if (event.position() != position) {
                say("position %d of the log is called %d".formatted(position, event.position()));
            }
            appends.computeIfAbsent(event.claim().append(), _ -> new ArrayList<>())
                    .add(event);
            event.claim()
                    .tags()
                    .forEach(tag ->
                            byTag.computeIfAbsent(tag, _ -> new TreeMap<>()).put(event.position(), event));
        }
    }

    private void checkAppend(List<Seen> events) {
        Seen first = events.getFirst();
        Claim claim = first.claim();
        boolean whole = events.size() == claim.count();
        for (int i = 0; i < events.size(); i++) {
            whole &= events.get(i).claim().index() == i && events.get(i).position() == first.position() + i;
        }
        if (!whole) {
            say("append %s of %d events is in the log as %s"
                    .formatted(
                            claim.append(),
                            claim.count(),
                            events.stream()
                                    .map(e -> e.claim().index() + " at " + e.position())
                                    .toList()));
        }
        claim.boundary()
                .flatMap(boundary -> match(boundary, claim.marker(), first.position() - 1))
                .ifPresent(match -> say("append %s at %d was decided on marker %d, but %s at %d matches its boundary %s"
                        .formatted(
                                claim.append(),
                                first.position(),
                                claim.marker(),
                                match.claim().append(),
                                match.position(),
                                claim.boundary().orElseThrow())));
    }

    /** An event that matches the boundary after a position and not after another. */
    private Optional<Seen> match(Boundary boundary, long after, long last) {
        if (last <= after) {
            return Optional.empty();
        }
        return boundary.parts().stream()
                .flatMap(part -> byTag
                        .getOrDefault(part.tags().getFirst(), new TreeMap<>())
                        .subMap(after, false, last, true)
                        .values()
                        .stream()
                        .filter(event ->
                                part.matches(event.type(), event.claim().tags())))
                .findFirst();
    }

    private void checkTold(Told told) {
        List<Seen> found = appends.getOrDefault(told.append(), List.of());
        switch (told) {
            case Told.Accepted(var append, var position) -> {
                if (found.isEmpty()) {
                    say("append %s was accepted at %d, but is not in the log".formatted(append, position));
                } else if (found.getLast().position() != position) {
                    say("append %s was accepted at %d, but is at %d"
                            .formatted(append, position, found.getLast().position()));
                }
            }
            case Told.Rejected(var append, var marker, var boundary, var head) -> {
                if (!found.isEmpty()) {
                    say("append %s was rejected, but is in the log".formatted(append));
                }
                if (match(boundary, marker, head).isEmpty()) {
                    say("append %s was rejected, but nothing matches %s after %d up to %d"
                            .formatted(append, boundary, marker, head));
                }
            }
            case Told.Failed(var append, var why) -> say("append %s failed: %s".formatted(append, why));
        }
    }

    private void say(String violation) {
        violations.add(violation);
    }
}
