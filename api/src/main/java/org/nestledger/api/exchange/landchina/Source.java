package org.nestledger.api.exchange.landchina;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.notice.LandSource;

/**
 * Where the land comes from, as the notice page tells it: equal to the area, zero, or another number.
 *
 * @param stated the number of the notice
 */
record Source(LandSource kind, @Nullable String stated) {

    static final Source UNKNOWN = new Source(LandSource.UNKNOWN, null);

    /** The words that the page shows for the number. */
    private static final Map<String, LandSource> BY_NAME = Map.of(
            "现有建设用地", LandSource.EXISTING,
            "新增建设用地", LandSource.NEW,
            "新增建设用地(来自存量库)", LandSource.NEW_FROM_STOCK);

    /** @param areaCell the area beside it, as the notice writes it */
    static Source of(String cell, @Nullable String areaCell) {
        LandSource named = BY_NAME.get(Cell.nfkc(cell));
        if (named != null) {
            return new Source(named, null);
        }
        String stated = Numbers.plain(cell);
        if (stated.equals("0")) {
            return new Source(LandSource.NEW, stated);
        }
        boolean whole = areaCell != null && new BigDecimal(stated).compareTo(Numbers.decimal(areaCell)) == 0;
        return new Source(whole ? LandSource.EXISTING : LandSource.NEW_FROM_STOCK, stated);
    }
}
