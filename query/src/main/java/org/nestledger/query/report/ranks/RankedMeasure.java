package org.nestledger.query.report.ranks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.Standing;

/**
 * All that are ranked together by one measure.
 *
 * @param measure as the annual report names it, without {@code .rank}
 * @param city of the projects that are ranked; absent for zones, which are ranked within their province
 * @param period that the values are of
 * @param ranked how many there are
 * @param places the best first
 */
public record RankedMeasure(String measure, @Nullable String city, String period, int ranked, List<Standing> places) {

    public RankedMeasure {
        places = List.copyOf(places);
    }
}
