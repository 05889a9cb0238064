package org.nestledger.query.zone;

import java.util.List;
import org.nestledger.core.decision.Matter;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.zone.ZoneEvent;
import org.nestledger.core.zone.ZoneEvent.ApprovalRequired;
import org.nestledger.core.zone.ZoneEvent.PeriodClosed;
import org.nestledger.core.zone.ZoneEvent.TargetSet;
import org.nestledger.core.zone.ZoneEvent.ZoneAmended;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** The tree of zones with their names, closings, targets, and what two people agree on. */
public final class ZoneModel implements ReadModel {

    @Override
    public String name() {
        return "zone";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "read.zone_designation",
                "read.zone_ancestor",
                "read.zone_name",
                "read.zone_closing",
                "read.zone_target",
                "read.zone_approval");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Tables tables = new Tables();
        for (RecordedEvent recorded : page) {
            if (ReadModel.event(recorded) instanceof ZoneEvent event) {
                tables.add(recorded.position(), event);
            }
        }
        tables.insertInto(out);
    }

    private static final class Tables {

        private final Rows designations = new Rows(
                "read.zone_designation",
                "position",
                "occurred_on",
                "zone",
                "kind",
                "name",
                "parent",
                "ancestors",
                "time_zone",
                "closed_through");
        private final Rows ancestors = new Rows("read.zone_ancestor", "zone", "ancestor");
        private final Rows names = new Rows("read.zone_name", "position", "occurred_on", "zone", "name");
        private final Rows closings = new Rows("read.zone_closing", "position", "occurred_on", "zone", "through");
        private final Rows targets =
                new Rows("read.zone_target", "position", "occurred_on", "zone", "measure", "year", "value", "unit");

        private final Rows approvals = new Rows("read.zone_approval", "position", "occurred_on", "zone", "matters");

        void add(long position, ZoneEvent event) {
            switch (event) {
                case ZoneDesignated e -> designated(position, e);
                case ZoneAmended e -> names.add(position, e.occurredOn(), e.zone(), e.name());
                case ApprovalRequired e ->
                    approvals.add(
                            position,
                            e.occurredOn(),
                            e.zone(),
                            e.matters().stream().map(Matter::name).toArray(String[]::new));
                case PeriodClosed e -> closings.add(position, e.occurredOn(), e.zone(), e.through());
                case TargetSet e ->
                    targets.add(
                            position,
                            e.occurredOn(),
                            e.zone(),
                            e.measure(),
                            e.year(),
                            e.target().value(),
                            e.target().unit());
            }
        }

        private void designated(long position, ZoneDesignated e) {
            designations.add(
                    position,
                    e.occurredOn(),
                    e.zone(),
                    e.kind().name(),
                    e.name(),
                    e.parent(),
                    e.ancestors().toArray(String[]::new),
                    e.timeZone(),
                    e.closedThrough());
            ancestors.add(e.zone(), e.zone());
            e.ancestors().forEach(ancestor -> ancestors.add(e.zone(), ancestor));
        }

        void insertInto(TableWriter out) {
            List.of(designations, ancestors, names, closings, targets, approvals)
                    .forEach(rows -> rows.insertInto(out));
        }
    }
}
