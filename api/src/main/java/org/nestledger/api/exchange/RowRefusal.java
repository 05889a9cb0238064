package org.nestledger.api.exchange;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;

/**
 * Why a row, or what it reports beside its notice, was not recorded.
 *
 * @param row the line that the row starts on
 * @param field the heading or the member that is wrong; empty when it is the row as a whole
 * @param value what stands there; absent when it may name a person
 */
record RowRefusal(
        long row,
        String field,
        RefusalCode code,
        String reason,
        String remedy,
        @Nullable String value) {

    static RowRefusal of(long row, String field, Rejection rejection) {
        return new RowRefusal(row, field, rejection.code(), rejection.message(), rejection.remedy(), null);
    }

    /** As one line for people. */
    @Override
    public String toString() {
        String where = field.isEmpty() ? "row " + row : "row " + row + ", " + field;
        String what = value == null ? reason : reason + " (\"" + value + "\")";
        String end = what.endsWith(".") ? " " : ". ";
        return Text.oneLine(where + ": " + what + end + remedy + " [" + code + "]");
    }
}
