package org.nestledger.query.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.project.ProjectStage;

/**
 * A project as it is described and stands now.
 *
 * @param opening whether it was introduced before the ledger began to follow it
 * @param introducedOn of an opening project the date of its opening entry
 * @param startReported whether the start was taken from a public notice, which is no proof of a permit
 * @param planned the planned investment; unknown when absent
 * @param landNeed unknown when absent
 */
public record ProjectView(
        String id,
        String zone,
        String name,
        @Nullable String enterprise,
        @Nullable String holder,
        @Nullable String industry,
        @Nullable String origin,
        ProjectStage stage,
        boolean opening,
        LocalDate introducedOn,
        @Nullable LocalDate startedOn,
        boolean startReported,
        @Nullable LocalDate completedOn,
        boolean completionReported,
        @Nullable LocalDate producingSince,
        @Nullable LocalDate withdrawnOn,
        @Nullable Quantity planned,
        @Nullable Quantity landNeed) {}
