package org.nestledger.query.report.stages;

import java.util.List;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.project.ProjectStage;

/**
 * The projects at one stage.
 *
 * @param planned what they plan to invest, one quantity a currency
 * @param made what was invested in them, one quantity a currency
 */
public record StageLine(ProjectStage stage, long projects, List<Quantity> planned, List<Quantity> made) {

    public StageLine {
        planned = List.copyOf(planned);
        made = List.copyOf(made);
    }
}
