package org.nestledger.query.land;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/** A parcel as it is described and measured now. */
public record ParcelView(
        String id,
        String zone,
        @Nullable String name,
        @Nullable String use,
        @Nullable String location,
        Quantity area,
        LocalDate registeredOn) {}
