package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A project of the demonstration while it is planned.
 *
 * @param plan in units of ten thousand yuan at the end of the year
 * @param introducedOn or the day of its opening record
 */
record DemoProject(
        String id,
        String zone,
        String name,
        Invented.Industry industry,
        long plan,
        LocalDate introducedOn,
        @Nullable Plot plot,
        Instant recordedAt) {

    DemoProject recorded(Instant at) {
        return new DemoProject(id, zone, name, industry, plan, introducedOn, plot, at);
    }
}
