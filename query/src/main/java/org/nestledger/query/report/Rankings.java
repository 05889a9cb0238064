package org.nestledger.query.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The place of a zone among those of its kind. */
final class Rankings {

    private final Values values;
    private final Set<String> peers;

    Rankings(Values values, List<String> peers) {
        this.values = values;
        this.peers = Set.copyOf(peers);
    }

    private record Entry(String zone, Value value) {}

    /** All that have data, the best first; equal ones by their id. */
    List<Standing> all(Measure measure, String period) {
        Comparator<Entry> byValue = Comparator.comparing(Entry::value);
        Comparator<Entry> bestFirst = measure.fewestFirst() ? byValue : byValue.reversed();
        List<Entry> ranked = values.of(measure).entrySet().stream()
                .filter(each -> peers.contains(each.getKey()))
                .map(each -> new Entry(each.getKey(), each.getValue().getFirst()))
                .sorted(bestFirst.thenComparing(Entry::zone))
                .toList();
        List<Standing> standings = new ArrayList<>();
        long rank = 0;
        for (int i = 0; i < ranked.size(); i++) {
            Entry entry = ranked.get(i);
            if (i == 0 || bestFirst.compare(ranked.get(i - 1), entry) != 0) {
                rank = i + 1L;
            }
            standings.add(new Standing(entry.value().figure(measure.code(), entry.zone(), period), rank));
        }
        return List.copyOf(standings);
    }

    /** None for a zone that is not ranked or has no data. */
    Optional<Place> place(Measure measure, String zone) {
        Map<String, List<Value>> all = values.of(measure);
        List<Value> own = all.get(zone);
        if (own == null || !peers.contains(zone)) {
            return Optional.empty();
        }
        long better = 0;
        long ranked = 0;
        for (String peer : peers) {
            List<Value> theirs = all.get(peer);
            if (theirs != null) {
                ranked++;
                int order = theirs.getFirst().compareTo(own.getFirst());
                better += (measure.fewestFirst() ? order < 0 : order > 0) ? 1 : 0;
            }
        }
        return Optional.of(new Place(better + 1, ranked));
    }
}
