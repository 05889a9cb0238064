package org.nestledger.api.rest;

import org.nestledger.core.decision.RefusalCode;
import org.springframework.http.HttpStatus;

/** The HTTP status of each refusal. */
public final class RefusalStatus {

    private RefusalStatus() {}

    /** Never absent. */
    public static HttpStatus of(RefusalCode code) {
        return switch (code) {
            case MALFORMED, UNKNOWN_FIELD, MISSING_FIELD, INVALID_FIELD -> HttpStatus.BAD_REQUEST;
            case NOT_PERMITTED, APPROVAL_NEEDED -> HttpStatus.FORBIDDEN;
            case UNKNOWN_COMMAND -> HttpStatus.NOT_FOUND;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case COMMAND_ID_REUSED,
                    ID_TAKEN,
                    ALREADY_OPENED,
                    NOTICE_DIFFERS,
                    LATER_ENTRY_STANDS,
                    NOT_LATEST,
                    ALREADY_DELIVERED,
                    ALREADY_RETRACTED,
                    ALREADY_REVERSED -> HttpStatus.CONFLICT;
            case UNKNOWN_ZONE,
                    UNKNOWN_PARCEL,
                    UNKNOWN_PROJECT,
                    UNKNOWN_SUPPLY,
                    UNKNOWN_ENTERPRISE,
                    UNKNOWN_PERMIT,
                    UNKNOWN_POWER,
                    UNKNOWN_PLAN,
                    UNKNOWN_SERVICE,
                    UNKNOWN_FIGURE,
                    UNKNOWN_ENTRY,
                    WRONG_PROJECT,
                    WRONG_ZONE,
                    WRONG_KIND,
                    DATE_IN_FUTURE,
                    BEFORE_BOOKS,
                    BEFORE_OPENING,
                    PERIOD_CLOSED,
                    BEFORE_INTRODUCTION,
                    CLOSING_NOT_FORWARD,
                    DOCUMENT_REQUIRED,
                    ZERO_AMOUNT,
                    NOTHING_TO_CHANGE,
                    CURRENCY_DIFFERS,
                    NOT_ENOUGH_QUOTA,
                    ACQUIRED_EXCEEDS_AREA,
                    READY_EXCEEDS_AREA,
                    EXISTING_EXCEEDS_ACQUIRED,
                    AREA_BELOW_SUPPLIED,
                    SPLIT_EXCEEDS_PARCEL,
                    NOT_ENOUGH_ACQUIRED,
                    NOT_ENOUGH_SERVICED,
                    NOT_ENOUGH_READY,
                    SUPPLY_EXCEEDS_NEED,
                    NOT_ENOUGH_SUPPLIED,
                    PRICE_UNKNOWN,
                    REDUCTION_EXCEEDS_PRICE,
                    WRONG_STAGE,
                    PROJECT_WITHDRAWN,
                    PROJECT_HOLDS_LAND,
                    PROJECT_HAS_NO_LAND,
                    NEED_BELOW_SUPPLIED,
                    NOT_QUALIFIED,
                    BEFORE_APPLICATION,
                    WRONG_STATUS,
                    POWER_DOES_NOT_COVER,
                    POWER_IN_USE,
                    PERMIT_REQUIRED,
                    BEFORE_AGREEMENT,
                    EXCEEDS_DUE,
                    EXCEEDS_OVERPAID,
                    NOT_REVERSIBLE,
                    ENTRY_IS_NEEDED -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
