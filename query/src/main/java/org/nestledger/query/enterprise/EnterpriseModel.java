package org.nestledger.query.enterprise;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.enterprise.EnterpriseEvent;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseQualificationLapsed;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseQualified;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseRegistered;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** Enterprises and their recognitions. */
public final class EnterpriseModel implements ReadModel {

    private static final Refold CURRENT = new Refold("read.enterprise", "enterprise");

    @Override
    public String name() {
        return "enterprise";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.enterprise_details", "read.qualification", "read.enterprise");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Tables tables = new Tables();
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent recorded : page) {
            LedgerEvent event = ReadModel.event(recorded);
            if (ReadModel.subject(event) instanceof EnterpriseEvent enterprise) {
                touched.add(enterprise.enterprise());
            }
            if (event instanceof EnterpriseEvent enterprise) {
                tables.add(recorded.position(), enterprise);
            }
        }
        tables.insertInto(out);
        CURRENT.run(touched, out);
    }

    private static final class Tables {

        private final Rows details = new Rows(
                "read.enterprise_details",
                "position",
                "occurred_on",
                "enterprise",
                "zone",
                "name",
                "industry",
                "origin");
        private final Rows qualifications = new Rows(
                "read.qualification",
                "position",
                "occurred_on",
                "enterprise",
                "qualification",
                "lapsed",
                "certificate",
                "valid_from",
                "valid_until");

        void add(long position, EnterpriseEvent event) {
            switch (event) {
                case EnterpriseRegistered e ->
                    details.add(position, e.occurredOn(), e.enterprise(), e.zone(), e.name(), e.industry(), e.origin());
                case EnterpriseQualified e ->
                    qualifications.add(
                            position,
                            e.occurredOn(),
                            e.enterprise(),
                            e.qualification().name(),
                            false,
                            e.certificate(),
                            e.occurredOn(),
                            e.validUntil());
                case EnterpriseQualificationLapsed e ->
                    qualifications.add(
                            position,
                            e.occurredOn(),
                            e.enterprise(),
                            e.qualification().name(),
                            true,
                            e.previous().certificate(),
                            e.previous().validFrom(),
                            e.previous().validUntil());
            }
        }

        void insertInto(TableWriter out) {
            details.insertInto(out);
            qualifications.insertInto(out);
        }
    }
}
