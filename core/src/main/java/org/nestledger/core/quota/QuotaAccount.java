package org.nestledger.core.quota;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.land.LandEvent.LandConverted;
import org.nestledger.core.opening.OpeningEvent.OpeningQuotaRecorded;

/** The quota of one zone and year, as decisions read it. */
public final class QuotaAccount {

    private QuotaAccount() {}

    public static Boundary boundary(String zone, int year) {
        return Boundary.none()
                .and(QuotaEvent.account(zone, year), QuotaEvent.class, LandConverted.class, OpeningQuotaRecorded.class);
    }

    /** What tells when it was opened. */
    public static Boundary opening(String zone, int year) {
        return Boundary.none().and(QuotaEvent.account(zone, year), OpeningQuotaRecorded.class);
    }

    /** The day of its opening record, absent when it has none. */
    public static @Nullable LocalDate openedOn(Facts facts, String zone, int year) {
        return facts.standing(OpeningQuotaRecorded.class).stream()
                .filter(event -> event.zone().equals(zone) && event.year() == year)
                .map(OpeningQuotaRecorded::occurredOn)
                .findFirst()
                .orElse(null);
    }

    /** Whether the day is not before its opening record. */
    public static @Nullable Rejection openingRefusal(Facts facts, String zone, int year, LocalDate day) {
        return Rules.afterOpening(openedOn(facts, zone, year), day, "the quota of " + zone + " for " + year);
    }
}
