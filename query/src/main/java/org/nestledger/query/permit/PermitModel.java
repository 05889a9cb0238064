package org.nestledger.query.permit;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.permit.PermitEvent;
import org.nestledger.core.permit.PermitEvent.PermitApplied;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PermitEvent.PermitRefused;
import org.nestledger.core.permit.PermitEvent.PermitRevoked;
import org.nestledger.core.permit.PermitStatus;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** Applications for permits, and what became of them. */
public final class PermitModel implements ReadModel {

    private static final Refold CURRENT = new Refold("read.permit", "permit");

    @Override
    public String name() {
        return "permit";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.permit_entry", "read.permit");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Entries entries = new Entries();
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent recorded : page) {
            LedgerEvent event = ReadModel.event(recorded);
            if (ReadModel.subject(event) instanceof PermitEvent permit) {
                touched.add(permit.permit());
            }
            if (event instanceof PermitEvent permit) {
                entries.add(recorded.position(), permit);
            }
        }
        entries.rows.insertInto(out);
        CURRENT.run(touched, out);
    }

    private static final class Entries {

        private final Rows rows = new Rows(
                "read.permit_entry",
                "position",
                "occurred_on",
                "permit",
                "project",
                "zone",
                "kind",
                "status",
                "applied_on",
                "certificate",
                "power",
                "power_zone",
                "authority",
                "reason");

        void add(long position, PermitEvent event) {
            switch (event) {
                case PermitApplied e -> step(position, e, PermitStatus.APPLIED, e.occurredOn(), null);
                case PermitGranted e -> granted(position, e);
                case PermitRefused e -> step(position, e, PermitStatus.REFUSED, e.appliedOn(), e.reason());
                case PermitRevoked e -> step(position, e, PermitStatus.REVOKED, null, e.reason());
            }
        }

        private void granted(long position, PermitGranted e) {
            rows.add(
                    position,
                    e.occurredOn(),
                    e.permit(),
                    e.project(),
                    e.zone(),
                    e.kind().name(),
                    PermitStatus.GRANTED.name(),
                    e.appliedOn(),
                    e.certificate(),
                    e.power(),
                    e.powerZone(),
                    e.authority(),
                    null);
        }

        private void step(
                long position,
                PermitEvent e,
                PermitStatus status,
                @Nullable LocalDate appliedOn,
                @Nullable String reason) {
            rows.add(
                    position,
                    e.occurredOn(),
                    e.permit(),
                    e.project(),
                    e.zone(),
                    e.kind().name(),
                    status.name(),
                    appliedOn,
                    null,
                    null,
                    null,
                    null,
                    reason);
        }
    }
}
