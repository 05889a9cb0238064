package org.nestledger.query.quota;

import org.nestledger.core.measure.Quantity;

/**
 * The quota of a zone and year, of its own books only.
 *
 * @param id {@code zone/year}
 * @param granted by the province, less what it took back
 */
public record QuotaView(String id, String zone, int year, Quantity granted, Quantity available, Quantity used) {}
