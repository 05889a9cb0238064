package org.nestledger.query.project;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.project.ProjectStage;

/**
 * Which projects; a criterion that is absent does not restrict.
 *
 * @param zone this zone and its descendants
 * @param text in id, name or holder, in any case
 */
public record ProjectFilter(
        @Nullable String zone,
        @Nullable ProjectStage stage,
        @Nullable String enterprise,
        @Nullable String industry,
        @Nullable String text) {

    public static final ProjectFilter ALL = new ProjectFilter(null, null, null, null, null);
}
