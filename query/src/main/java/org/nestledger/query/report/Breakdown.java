package org.nestledger.query.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * The introduced projects that have something in common.
 *
 * @param key an industry, an origin or a month; absent for those where it is unknown
 * @param introduced how many, gross
 * @param planned their planned investment, one quantity a currency
 */
public record Breakdown(@Nullable String key, long introduced, List<Quantity> planned) {

    public Breakdown {
        planned = List.copyOf(planned);
    }
}
