package org.nestledger.query.supply;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.measure.Money;
import org.nestledger.core.notice.SupplyNotice;
import org.nestledger.core.supply.SupplyEvent;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.supply.SupplyEvent.SupplyRescinded;
import org.nestledger.core.supply.SupplyTerms;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** What was agreed on each supply, and how much of it was taken back. */
public final class SupplyModel implements ReadModel {

    private static final Refold CURRENT = new Refold("read.supply", "supply");

    @Override
    public String name() {
        return "supply";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.supply_contract", "read.supply_rescission", "read.supply");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Tables tables = new Tables();
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent recorded : page) {
            LedgerEvent event = ReadModel.event(recorded);
            if (ReadModel.subject(event) instanceof SupplyEvent supply) {
                touched.add(supply.supply());
            }
            if (event instanceof SupplyEvent supply) {
                tables.add(recorded.position(), supply);
            }
        }
        tables.insertInto(out);
        CURRENT.run(touched, out);
    }

    private static final class Tables {

        private final Rows contracts = new Rows(
                "read.supply_contract",
                "position",
                "occurred_on",
                "supply",
                "zone",
                "parcel",
                "project",
                "area",
                "method",
                "contract_number",
                "price_amount",
                "price_currency",
                "agreed_delivery",
                "agreed_start",
                "agreed_completion",
                "notice_format",
                "notice_key",
                "warnings",
                "terms::jsonb");
        private final Rows rescissions =
                new Rows("read.supply_rescission", "position", "occurred_on", "supply", "area");

        void add(long position, SupplyEvent event) {
            switch (event) {
                case LandSupplied e -> contracted(position, e);
                case SupplyRescinded e ->
                    rescissions.add(
                            position, e.occurredOn(), e.supply(), e.area().microMu());
            }
        }

        private void contracted(long position, LandSupplied e) {
            SupplyTerms terms = e.terms();
            @Nullable Money price = terms.price();
            @Nullable SupplyNotice notice = e.notice();
            contracts.add(
                    position,
                    e.occurredOn(),
                    e.supply(),
                    e.zone(),
                    e.parcel(),
                    e.project(),
                    e.area().microMu(),
                    terms.method().name(),
                    terms.contractNumber(),
                    price == null ? null : price.minor(),
                    price == null ? null : price.currency(),
                    terms.agreedDelivery(),
                    terms.agreedStart(),
                    terms.agreedCompletion(),
                    notice == null ? null : notice.format(),
                    notice == null ? null : notice.key(),
                    e.warnings().stream().map(Enum::name).toArray(String[]::new),
                    LedgerJson.mapper().writeValueAsString(terms));
        }

        void insertInto(TableWriter out) {
            contracts.insertInto(out);
            rescissions.insertInto(out);
        }
    }
}
