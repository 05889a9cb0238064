package org.nestledger.query.permit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.permit.PermitKind;

/**
 * A municipal power that a zone exercises itself.
 *
 * @param id {@code zone/power}
 * @param covers the kinds of permit that the zone may grant under it
 * @param delegatedOn of a power that was delegated again, the later day
 * @param withdrawnOn the first day without it
 */
public record PowerView(
        String id,
        String zone,
        String power,
        String name,
        List<PermitKind> covers,
        String batch,
        LocalDate delegatedOn,
        @Nullable LocalDate withdrawnOn) {

    public PowerView {
        covers = List.copyOf(covers);
    }
}
