package org.nestledger.core.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;

/** Rules that several features share. */
public final class Rules {

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2999;

    private Rules() {}

    public static @Nullable Rejection numberedDocument(List<Document> documents) {
        return documents.stream().anyMatch(Document::isNumbered)
                ? null
                : Rejection.of(
                        RefusalCode.DOCUMENT_REQUIRED,
                        "This needs a document with a number.",
                        "State the paper that it rests on: \"documents\": [{\"kind\": …, \"number\": …}].");
    }

    public static @Nullable Rejection notZero(Area area) {
        return area.isZero()
                ? Rejection.of(RefusalCode.ZERO_AMOUNT, "The area is zero.", "State what was really done.")
                : null;
    }

    public static @Nullable Rejection plausibleYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR
                ? null
                : Rejection.of(
                        RefusalCode.INVALID_FIELD,
                        "\"" + year + "\" is not a year from " + FIRST_YEAR + " to " + LAST_YEAR + ".",
                        "Correct the year.");
    }

    /** A value is replaced on or after the day on which it was last set. */
    public static @Nullable Rejection latest(@Nullable LocalDate lastSet, LocalDate occurredOn) {
        return lastSet == null || !occurredOn.isBefore(lastSet)
                ? null
                : Rejection.of(
                                RefusalCode.NOT_LATEST,
                                "The value was last set on " + lastSet + ", which is later.",
                                "Date it on or after that day, or reverse the later entry first.")
                        .with("lastSet", lastSet);
    }

    public static @Nullable Rejection afterOpening(@Nullable LocalDate openedOn, LocalDate occurredOn, String what) {
        return openedOn == null || !occurredOn.isBefore(openedOn)
                ? null
                : Rejection.of(
                                RefusalCode.BEFORE_OPENING,
                                "The books of " + what + " open on " + openedOn + ".",
                                "Date it on or after that day.")
                        .with("openedOn", openedOn);
    }

    public static @Nullable Rejection free(boolean free, String what) {
        return free ? null : Rejection.of(RefusalCode.ID_TAKEN, "There is already " + what + ".", "Choose another id.");
    }
}
