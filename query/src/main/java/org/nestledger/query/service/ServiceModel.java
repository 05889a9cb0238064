package org.nestledger.query.service;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.service.ServiceEvent;
import org.nestledger.core.service.ServiceEvent.ServiceAgreed;
import org.nestledger.core.service.ServiceEvent.ServiceDelivered;
import org.nestledger.core.service.ServiceEvent.ServicePlanAgreed;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** Service plans and their services. */
public final class ServiceModel implements ReadModel {

    private static final Refold PLANS = new Refold("read.service_plan", "plan");
    private static final Refold SERVICES = new Refold("read.service", "plan");

    @Override
    public String name() {
        return "service";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.service_entry", "read.service_plan", "read.service");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Entries entries = new Entries();
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent recorded : page) {
            LedgerEvent event = ReadModel.event(recorded);
            if (ReadModel.subject(event) instanceof ServiceEvent service) {
                touched.add(service.plan());
            }
            if (event instanceof ServiceEvent service) {
                entries.add(recorded.position(), service);
            }
        }
        entries.rows.insertInto(out);
        PLANS.run(touched, out);
        SERVICES.run(touched, out);
    }

    private static final class Entries {

        private final Rows rows = new Rows(
                "read.service_entry",
                "position",
                "occurred_on",
                "id",
                "zone",
                "project",
                "plan",
                "service",
                "kind",
                "name",
                "due_on",
                "result");

        void add(long position, ServiceEvent event) {
            switch (event) {
                case ServicePlanAgreed e -> row(position, e, null, "PLAN", e.name(), null, null);
                case ServiceAgreed e -> row(position, e, e.service(), "AGREED", e.name(), e.dueOn(), null);
                case ServiceDelivered e -> row(position, e, e.service(), "DELIVERED", null, e.dueOn(), e.result());
            }
        }

        private void row(
                long position,
                ServiceEvent e,
                @Nullable String service,
                String kind,
                @Nullable String name,
                @Nullable LocalDate dueOn,
                @Nullable String result) {
            String id = service == null ? e.plan() : e.plan() + "/" + service;
            rows.add(position, e.occurredOn(), id, e.zone(), e.project(), e.plan(), service, kind, name, dueOn, result);
        }
    }
}
