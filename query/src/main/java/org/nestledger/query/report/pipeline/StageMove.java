package org.nestledger.query.report.pipeline;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.project.ProjectStage;

/**
 * How many projects went from one stage to another in a period; a move that was taken back in it no longer counts.
 *
 * @param from absent for those that were introduced
 */
public record StageMove(@Nullable ProjectStage from, ProjectStage to, long projects) {}
