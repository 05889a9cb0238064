package org.nestledger.query.report.investment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * The investment of the projects that have something in common.
 *
 * @param key an industry, an origin or a month; absent for those where it is unknown
 * @param planned the plans, as of the report's date, of the projects introduced in the period, one quantity a currency; by
 *     month: of introduction
 * @param made what was invested in the period, in whatever project, one quantity a currency; by month: of investment
 */
public record InvestmentPart(@Nullable String key, List<Quantity> planned, List<Quantity> made) {

    public InvestmentPart {
        planned = List.copyOf(planned);
        made = List.copyOf(made);
    }
}
