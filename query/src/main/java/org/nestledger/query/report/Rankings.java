package org.nestledger.query.report;

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
