package org.nestledger.query.portal;

import java.time.LocalDate;

/**
 * The visits of one day to the pages of one zone, of its own books only.
 *
 * @param id {@code zone/day}
 */
public record VisitView(String id, String zone, LocalDate day, int visits) {}
