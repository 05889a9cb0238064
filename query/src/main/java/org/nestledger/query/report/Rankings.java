package org.nestledger.query.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The place of a zone among those of its kind. */
final class Rankings {

    private final Values values;
    private final List<String> peers;

    Rankings(Values values, List<String> peers) {
        this.values = values;
        this.peers = peers;
    }

    /** All that have data, the best first; equal ones by their id. */
    List<Standing> all(Measure measure, String period) {
        List<Standing> standings = new ArrayList<>();
        for (String peer : peers) {
            List<Value> own = values.of(measure).get(peer);
            if (own != null) {
                Figure figure = own.getFirst().figure(measure.code(), peer, period);
                place(measure, peer).ifPresent(place -> standings.add(new Standing(figure, place.rank())));
            }
        }
        standings.sort(Comparator.comparingLong(Standing::rank)
                .thenComparing(each -> each.figure().subject()));
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
