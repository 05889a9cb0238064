package org.nestledger.query.report.services;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service that is agreed and not delivered.
 *
 * @param dueOn the last day on which it is to be delivered; open when absent
 * @param daysLate 0 when that day has not passed
 */
public record OpenService(
        String zone,
        String project,
        String plan,
        String service,
        String name,
        LocalDate agreedOn,
        @Nullable LocalDate dueOn,
        long daysLate) {}
