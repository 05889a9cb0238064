package org.nestledger.core.project;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;

/** The description of a project, which can be amended. */
public record ProjectDetails(
        String name,
        @Nullable String enterprise,
        @Nullable String industry,
        @Nullable String origin,
        @Nullable Area landNeed) {}
