package org.nestledger.core.quota;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.land.LandEvent.LandConverted;
import org.nestledger.core.opening.OpeningEvent.OpeningQuotaRecorded;

/** The quota of one zone and year, as decisions read it. */
public final class QuotaAccount {

    private QuotaAccount() {}

    public static Boundary boundary(String zone, int year) {
        return Boundary.none()
                .and(QuotaEvent.account(zone, year), QuotaEvent.class, LandConverted.class, OpeningQuotaRecorded.class);
    }

    /** The day of its opening record, absent when it has none. */
    public static @Nullable LocalDate openedOn(Facts facts, String zone, int year) {
        return facts.standing(OpeningQuotaRecorded.class).stream()
                .filter(event -> event.zone().equals(zone) && event.year() == year)
                .map(OpeningQuotaRecorded::occurredOn)
                .findFirst()
                .orElse(null);
    }
}
