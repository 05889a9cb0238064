package org.nestledger.core.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of the batch under construction, by what conditions ask for. */
final class BatchIndex {

    private final Map<Long, List<Placed>> byTag = new HashMap<>();
    private final Map<String, Long> lastByType = new HashMap<>();

    private record Placed(long position, PreparedEvent event) {}

    void add(long position, PreparedEvent event) {
        Placed placed = new Placed(position, event);
        for (long tag : event.tagHashes) {
            byTag.computeIfAbsent(tag, _ -> new ArrayList<>()).add(placed);
        }
        lastByType.put(event.type.name(), position);
    }

    /** Whether an event of the batch after the marker meets the criteria. */
    boolean conflicts(Criteria criteria, long marker) {
        for (Criteria.ByTags part : criteria.byTags) {
            for (Placed placed : fewest(part.hashes())) {
                if (placed.position > marker && criteria.matches(placed.event)) {
                    return true;
                }
            }
        }
        for (String type : criteria.byTypes) {
            if (lastByType.getOrDefault(type, Long.MIN_VALUE) > marker) {
                return true;
            }
        }
        return false;
    }

    private List<Placed> fewest(List<Long> tags) {
        List<Placed> fewest = null;
        for (Long tag : tags) {
            List<Placed> with = byTag.getOrDefault(tag, List.of());
            if (fewest == null || with.size() < fewest.size()) {
                fewest = with;
            }
        }
        return fewest == null ? List.of() : fewest;
    }
}
