package org.nestledger.query.fund;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.fund.FundEvent;
import org.nestledger.core.fund.FundEvent.FundingRecorded;
import org.nestledger.core.fund.FundEvent.LandPaid;
import org.nestledger.core.fund.FundEvent.LandPriceRefunded;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** Every movement of the land bank's money that is not a cost. */
public final class FundModel implements ReadModel {

    @Override
    public String name() {
        return "fund";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.fund_entry");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Rows entries = new Rows(
                "read.fund_entry",
                "position",
                "occurred_on",
                "zone",
                "amount",
                "currency",
                "kind",
                "source",
                "supply",
                "project",
                "parcel",
                "note");
        for (RecordedEvent recorded : page) {
            if (ReadModel.event(recorded) instanceof FundEvent event) {
                add(entries, recorded.position(), event);
            }
        }
        entries.insertInto(out);
    }

    private static void add(Rows entries, long position, FundEvent event) {
        switch (event) {
            case FundingRecorded e ->
                row(entries, position, e, FundKind.FUNDING, e.source().name(), null, null, null, e.note());
            case LandPaid e ->
                row(entries, position, e, FundKind.PAYMENT, null, e.supply(), e.project(), e.parcel(), null);
            case LandPriceRefunded e ->
                row(entries, position, e, FundKind.REFUND, null, e.supply(), e.project(), e.parcel(), e.reason());
        }
    }

    private static void row(
            Rows entries,
            long position,
            FundEvent e,
            FundKind kind,
            @Nullable String source,
            @Nullable String supply,
            @Nullable String project,
            @Nullable String parcel,
            @Nullable String note) {
        entries.add(
                position,
                e.occurredOn(),
                e.zone(),
                e.amount().minor(),
                e.amount().currency(),
                kind.name(),
                source,
                supply,
                project,
                parcel,
                note);
    }
}
