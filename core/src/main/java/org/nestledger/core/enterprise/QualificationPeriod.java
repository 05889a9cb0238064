package org.nestledger.core.enterprise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when to when an enterprise is recognised, both days included; open when {@code validUntil} is absent. */
public record QualificationPeriod(
        String certificate, LocalDate validFrom, @Nullable LocalDate validUntil) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
