package org.nestledger.query.report.land;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.FlowTotal;

/**
 * One account of land: {@code opening} and all flows give {@code closing}.
 *
 * @param zone whose own books these are; absent for the total of all of them
 * @param opening what stood there when the period began, with the opening books dated in it
 * @param flows of the period by kind, negative when land left the account
 * @param closing what stood there at the end of the period, or of the report's date when that is earlier
 */
public record LandLine(
        @Nullable String zone, String account, Quantity opening, List<FlowTotal> flows, Quantity closing) {

    public LandLine {
        flows = List.copyOf(flows);
    }
}
