package org.nestledger.query.report.quota;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * The quota of one year in a period: {@code opening + granted + allocated − used − lapsed − revoked = available}.
 *
 * @param zone whose own quota it is; absent for the total of all zones
 * @param opening what was available when the period began, with the opening books dated in it
 * @param allocated received from other zones less given to them; between zones of the report it cancels out in the total
 * @param available at the end of the period, or of the report's date when that is earlier
 * @param usedToDate all that was ever used of it by then, opening books included
 */
public record QuotaLine(
        @Nullable String zone,
        int quotaYear,
        Quantity opening,
        Quantity granted,
        Quantity allocated,
        Quantity used,
        Quantity lapsed,
        Quantity revoked,
        Quantity available,
        Quantity usedToDate) {

    /** Whether anything but zeroes is said. */
    boolean says() {
        return Stream.of(opening, granted, allocated, used, lapsed, revoked, available, usedToDate)
                .anyMatch(each -> each.decimal().signum() != 0);
    }
}
