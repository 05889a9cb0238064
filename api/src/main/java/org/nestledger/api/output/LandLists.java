package org.nestledger.api.output;

import static org.nestledger.api.output.ListColumn.amount;
import static org.nestledger.api.output.ListColumn.area;
import static org.nestledger.api.output.ListColumn.number;
import static org.nestledger.api.output.ListColumn.text;
import static org.nestledger.api.output.ListColumn.unit;

import java.util.List;
import org.nestledger.query.fund.FundFilter;
import org.nestledger.query.fund.FundView;
import org.nestledger.query.land.ParcelFilter;
import org.nestledger.query.land.ParcelView;
import org.nestledger.query.quota.QuotaView;
import org.nestledger.query.supply.SupplyFilter;
import org.nestledger.query.supply.SupplyView;
import org.nestledger.query.zone.ZoneFilter;
import org.nestledger.query.zone.ZoneView;

/** The lists of zones, of their land and quota, and of the money that goes with it. */
final class LandLists {

    static final EntryList<ZoneView> ZONES = new EntryList<>(
            ZoneView.class,
            true,
            (queries, zone, q, page) -> queries.zones().list(new ZoneFilter(zone, null, q), page),
            List.of(
                    text("id", ZoneView::id),
                    text("kind", ZoneView::kind),
                    text("name", ZoneView::name),
                    text("parent", ZoneView::parent),
                    text("designated on", ZoneView::designatedOn),
                    text("closed through", ZoneView::closedThrough)));

    static final EntryList<ParcelView> PARCELS = new EntryList<>(
            ParcelView.class,
            true,
            (queries, zone, q, page) -> queries.parcels().list(new ParcelFilter(zone, null, q), page),
            List.of(
                    text("id", ParcelView::id),
                    text("zone", ParcelView::zone),
                    text("name", ParcelView::name),
                    text("use", ParcelView::use),
                    text("location", ParcelView::location),
                    area("area", ParcelView::area),
                    text("registered on", ParcelView::registeredOn)));

    static final EntryList<QuotaView> QUOTAS = new EntryList<>(
            QuotaView.class,
            false,
            (queries, zone, _, page) -> queries.quotas().list(zone, null, page),
            List.of(
                    text("id", QuotaView::id),
                    text("zone", QuotaView::zone),
                    number("year", QuotaView::year),
                    area("granted", QuotaView::granted),
                    area("available", QuotaView::available),
                    area("used", QuotaView::used)));

    static final EntryList<SupplyView> SUPPLIES = new EntryList<>(
            SupplyView.class,
            true,
            (queries, zone, q, page) -> queries.supplies().list(new SupplyFilter(zone, null, null, null, q), page),
            List.of(
                    text("id", SupplyView::id),
                    text("zone", SupplyView::zone),
                    text("parcel", SupplyView::parcel),
                    text("project", SupplyView::project),
                    text("supplied on", SupplyView::suppliedOn),
                    text("method", SupplyView::method),
                    text("contract", SupplyView::contractNumber),
                    area("area", SupplyView::area),
                    area("rescinded", SupplyView::rescinded),
                    amount("price", SupplyView::price),
                    unit("currency", SupplyView::price),
                    text("agreed start", SupplyView::agreedStart)));

    static final EntryList<FundView> FUNDS = new EntryList<>(
            FundView.class,
            true,
            (queries, zone, q, page) ->
                    queries.funds().list(new FundFilter(zone, null, null, null, null, null, null, null, q), page),
            List.of(
                    number("id", FundView::id),
                    text("zone", FundView::zone),
                    text("kind", FundView::kind),
                    text("occurred on", FundView::occurredOn),
                    amount("amount", FundView::amount),
                    unit("currency", FundView::amount),
                    text("source", FundView::source),
                    text("supply", FundView::supply),
                    text("project", FundView::project),
                    text("note", FundView::note)));

    private LandLists() {}
}
