package org.nestledger.query.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service that was agreed with an enterprise.
 *
 * @param id {@code plan/service}
 * @param dueOn the last day on which it was to be delivered; open when absent
 * @param deliveredOn absent while it is open
 */
public record ServiceView(
        String id,
        String zone,
        String project,
        String plan,
        String service,
        String name,
        LocalDate agreedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate deliveredOn,
        @Nullable String result) {}
