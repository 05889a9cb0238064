package org.nestledger.query.report.starts;

import java.time.LocalDate;
import org.nestledger.core.measure.Quantity;

/**
 * A supply whose project should have started.
 *
 * @param area what is left of the supply
 * @param daysLate 1 on the day after the agreed start
 */
public record LateStart(
        String zone,
        String project,
        String name,
        String supply,
        Quantity area,
        LocalDate agreedStart,
        long daysLate,
        StartStatus status) {}
