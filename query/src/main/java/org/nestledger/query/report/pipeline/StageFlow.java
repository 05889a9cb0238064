package org.nestledger.query.report.pipeline;

import java.util.List;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.project.ProjectStage;

/**
 * The projects of one stage in a period: {@code opening + came − left = closing}.
 *
 * @param opening how many stood there when the period began, with the opening projects dated in it
 * @param closing how many stood there at the end of the period, or of the report's date when that is earlier
 * @param planned what those that stood there then plan to invest, one quantity a currency
 * @param made what was invested in them by then, one quantity a currency
 */
public record StageFlow(
        ProjectStage stage,
        long opening,
        long came,
        long left,
        long closing,
        List<Quantity> planned,
        List<Quantity> made) {

    public StageFlow {
        planned = List.copyOf(planned);
        made = List.copyOf(made);
    }
}
