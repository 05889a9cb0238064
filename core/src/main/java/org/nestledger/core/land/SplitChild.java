package org.nestledger.core.land;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Id;
import tools.jackson.databind.JsonNode;

/**
 * A parcel that comes out of a split.
 *
 * @param area the whole of it
 * @param acquired what it takes of the parent's acquired and unserviced land
 * @param serviced what it takes of the parent's serviced land
 * @param ready what it takes of the parent's land that is ready for construction
 */
public record SplitChild(
        @Id String parcel,
        Area area,
        Area acquired,
        Area serviced,
        Area ready,
        @Nullable String name,
        @Nullable String use,
        @Nullable String location,
        @Nullable JsonNode boundary) {}
