package org.nestledger.api.exchange.landchina;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The zone in whose books a notice belongs. */
record NoticeZone(String id, String name) {

    private static final Pattern DIVISION = Pattern.compile("[0-9]{6}.*");
    private static final Pattern NOT_IN_IDS = Pattern.compile("[^\\p{L}\\p{N}._-]");
    private static final int DIGITS = 6;
    private static final int LONGEST = 100;

    /**
     * The first that is there of: the zone that the importer was told, the administrative division that begins the
     * supervision number, the district.
     */
    static NoticeZone of(@Nullable String told, @Nullable String supervisionNumber, @Nullable String district) {
        String id = told;
        if (id == null
                && supervisionNumber != null
                && DIVISION.matcher(supervisionNumber).matches()) {
            id = "cn-" + supervisionNumber.substring(0, DIGITS);
        }
        if (id == null && district != null) {
            String letters = NOT_IN_IDS.matcher(Cell.nfkc(district)).replaceAll("");
            id = letters.isEmpty() || letters.length() > LONGEST ? null : "cn-" + letters;
        }
        if (id == null) {
            throw new InvalidCell(
                    "and the supervision number do not tell the zone",
                    "Fill one of them in, or import with --zone=ID.");
        }
        return new NoticeZone(id, district == null ? id : district);
    }
}
