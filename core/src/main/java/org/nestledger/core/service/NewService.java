package org.nestledger.core.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Id;

/**
 * A service that is agreed.
 *
 * @param service its id within the plan
 * @param dueOn the last day on which it is to be delivered; open when absent
 */
public record NewService(
        @Id String service, String name, @Nullable LocalDate dueOn) {}
