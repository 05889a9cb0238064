package org.nestledger.query.enterprise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.enterprise.Qualification;

/**
 * A recognition as it was stated last and did not lapse; whether it covers a day follows from its dates.
 *
 * @param validUntil the last day, open when absent
 */
public record QualificationView(
        Qualification qualification,
        String certificate,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {}
