package org.nestledger.api.exchange.landchina;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;

/** The land that a notice is about. */
record Land(
        Area area,
        Source source,
        @Nullable String use,
        @Nullable String grade) {

    static @Nullable Land of(RowReader row) {
        Area area = row.require(Column.AREA, Numbers::hectares);
        // An area that cannot be read is one problem, not a second one of the source.
        String beside = area == null ? null : row.text(Column.AREA);
        Source source = row.read(Column.LAND_SOURCE, cell -> Source.of(cell, beside));
        String use = row.text(Column.USE);
        String grade = row.text(Column.GRADE);
        return area == null ? null : new Land(area, source == null ? Source.UNKNOWN : source, use, grade);
    }
}
