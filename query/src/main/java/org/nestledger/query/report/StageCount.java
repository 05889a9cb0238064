package org.nestledger.query.report;

import org.nestledger.core.project.ProjectStage;

/** How many projects stand at a stage. */
public record StageCount(ProjectStage stage, long projects) {}
