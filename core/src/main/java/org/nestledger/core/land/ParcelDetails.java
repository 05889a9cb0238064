package org.nestledger.core.land;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The description of a parcel, which can be amended. */
public record ParcelDetails(
        @Nullable String name,
        @Nullable String use,
        @Nullable String location,
        @Nullable JsonNode boundary) {}
