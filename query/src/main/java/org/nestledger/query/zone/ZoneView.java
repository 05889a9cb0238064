package org.nestledger.query.zone;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.zone.ZoneKind;

/**
 * A zone.
 *
 * @param ancestors from the root down to the parent
 * @param closedThrough nothing more may be dated on or before it
 */
public record ZoneView(
        String id,
        ZoneKind kind,
        String name,
        @Nullable String parent,
        List<String> ancestors,
        String timeZone,
        LocalDate designatedOn,
        @Nullable LocalDate closedThrough) {

    public ZoneView {
        ancestors = List.copyOf(ancestors);
    }
}
