package org.nestledger.query.report.stages;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.project.ProjectStage;

/**
 * What one supply agrees and what its project did.
 *
 * @param supply one that is not wholly rescinded
 * @param area what is left of it
 * @param agreedDelivery when the land was to be handed over, which no entry of the ledger confirms
 */
public record AgreedSteps(
        String zone,
        String project,
        String name,
        ProjectStage stage,
        String supply,
        Quantity area,
        LocalDate suppliedOn,
        @Nullable LocalDate agreedDelivery,
        Step start,
        Step completion) {}
