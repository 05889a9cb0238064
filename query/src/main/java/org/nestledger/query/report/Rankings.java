package org.nestledger.query.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nestledger.core.measure.Quantity;

/** The place of a zone among those of its kind. */
final class Rankings {

    private final Values values;
    private final List<String> peers;

    Rankings(Values values, List<String> peers) {
        this.values = values;
        this.peers = peers;
    }

    /** The rank and among how many; none for a zone that is not ranked or has no data. Equal values share a rank. */
    List<Figure> figures(Measure measure, String zone, String period) {
        Map<String, List<Value>> all = values.of(measure);
        List<Value> own = all.get(zone);
        if (!measure.ranked() || own == null || !peers.contains(zone)) {
            return List.of();
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
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(measure.code() + ".rank", zone, period, better + 1, "rank"));
        figures.add(figure(measure.code() + ".ranked", zone, period, ranked, "count"));
        return figures;
    }

    private static Figure figure(String code, String zone, String period, long value, String unit) {
        Quantity quantity = Quantity.of(BigDecimal.valueOf(value), unit);
        return new Figure(code, zone, period, quantity.value(), unit, null);
    }
}
