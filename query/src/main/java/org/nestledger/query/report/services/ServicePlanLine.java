package org.nestledger.query.report.services;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a service plan is.
 *
 * @param enterprise the registered one behind the project
 * @param holder the company behind the project as text, when it is not registered
 * @param services how many are agreed
 * @param open of them, not delivered
 * @param late of the open ones, those whose due day has passed
 * @param deliveredLate of the delivered ones, those delivered after their due day
 */
public record ServicePlanLine(
        String zone,
        @Nullable String enterprise,
        @Nullable String holder,
        String project,
        String plan,
        String name,
        LocalDate agreedOn,
        long services,
        long delivered,
        long open,
        long late,
        long deliveredLate) {}
