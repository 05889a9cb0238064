package org.nestledger.core.permit;

import java.util.List;
import org.nestledger.core.measure.Id;

/**
 * A power that is delegated.
 *
 * @param power its id within the zone
 * @param covers the kinds of permit that the zone may grant under it; none for a power that is not about permits
 */
public record NewPower(@Id String power, String name, List<PermitKind> covers) {

    public NewPower {
        covers = List.copyOf(covers);
    }
}
