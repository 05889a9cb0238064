package org.nestledger.query.land;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.opening.OpeningEvent.OpeningStockRecorded;
import org.nestledger.core.opening.UsedQuota;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** The construction land that parcels were opened with, existing and converted apart, with the year of its quota. */
public final class OpeningStockModel implements ReadModel {

    @Override
    public String name() {
        return "opening-stock";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.opening_stock");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Rows rows = new Rows(
                "read.opening_stock",
                "position",
                "occurred_on",
                "zone",
                "parcel",
                "existing",
                "converted",
                "quota_year");
        for (RecordedEvent recorded : page) {
            if (ReadModel.event(recorded) instanceof OpeningStockRecorded e) {
                rows.add(
                        recorded.position(),
                        e.occurredOn(),
                        e.zone(),
                        e.parcel(),
                        e.existing().microMu(),
                        e.converted().microMu(),
                        year(e.usedQuota()));
            }
        }
        rows.insertInto(out);
    }

    private static @Nullable Integer year(@Nullable UsedQuota quota) {
        return quota == null ? null : quota.year();
    }
}
