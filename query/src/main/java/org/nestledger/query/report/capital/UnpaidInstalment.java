package org.nestledger.query.report.capital;

import java.time.LocalDate;
import org.nestledger.core.measure.Quantity;

/**
 * An instalment that is due and not wholly paid.
 *
 * @param agreed as agreed
 * @param unpaid what of it is still owed
 * @param daysOverdue 0 on the day on which it is due
 */
public record UnpaidInstalment(
        String zone,
        String project,
        String supply,
        int number,
        LocalDate dueOn,
        Quantity agreed,
        Quantity unpaid,
        long daysOverdue) {}
