package org.nestledger.api.exchange.landchina;

import org.jspecify.annotations.Nullable;

/** Which notice it is and where it belongs. */
record Origin(
        String key,
        NoticeZone zone,
        @Nullable String district,
        @Nullable String url) {

    /** @param told the zone that goes before what the row says */
    static @Nullable Origin of(RowReader row, @Nullable String told) {
        String number = row.read(Column.SUPERVISION_NUMBER, Key::supervisionNumber);
        boolean numberStated = row.text(Column.SUPERVISION_NUMBER) != null;
        String url = row.text(Column.URL);
        String district = row.text(Column.DISTRICT);
        String key = number != null || url == null ? number : Key.recorder(url);
        if (key == null && !numberStated) {
            row.missing(Column.SUPERVISION_NUMBER, "is empty, and no link has the recorder id of the notice");
        }
        NoticeZone zone = row.parsed(Column.DISTRICT, district, () -> NoticeZone.of(told, number, district));
        return key == null || zone == null ? null : new Origin(key, zone, district, url);
    }
}
