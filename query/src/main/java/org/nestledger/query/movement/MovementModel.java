package org.nestledger.query.movement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.Sums;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/**
 * The movements that the journal rules make of each event, and their sums: by month and by quarter, and of what each project
 * was supplied with.
 */
public final class MovementModel implements ReadModel {

    private static final Sums SUMS = new Sums(
            "read.movement_sum",
            List.of(
                    "to_zone",
                    "months",
                    "since",
                    "flow",
                    "unit",
                    "from_account",
                    "to_account",
                    "from_zone",
                    "from_quota_year",
                    "to_quota_year"));

    private static final Sums SUPPLIED = new Sums("read.supplied_sum", List.of("project"), List.of("zone", "day"));

    private static final Set<Flow> SUPPLIES = EnumSet.of(Flow.SUPPLY, Flow.RESCIND);

    @Override
    public String name() {
        return "movement";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<String> tables() {
        return List.of("read.movement", "read.movement_sum", "read.supplied_sum");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Rows rows = new Rows(
                "read.movement",
                "position",
                "line",
                "flow",
                "unit",
                "amount",
                "occurred_on",
                "from_account",
                "from_zone",
                "from_parcel",
                "from_project",
                "from_supply",
                "from_quota_year",
                "to_account",
                "to_zone",
                "to_parcel",
                "to_project",
                "to_supply",
                "to_quota_year");
        boolean supplies = false;
        for (RecordedEvent recorded : page) {
            int line = 0;
            for (Movement movement : JournalRules.movements(ReadModel.event(recorded))) {
                add(rows, recorded.position(), line++, movement);
                supplies |= SUPPLIES.contains(movement.flow());
            }
        }
        rows.insertInto(out);
        SUMS.add(page, out);
        if (supplies) {
            SUPPLIED.add(page, out);
        }
    }

    private static void add(Rows rows, long position, int line, Movement movement) {
        Place from = movement.from();
        Place to = movement.to();
        rows.add(
                position,
                line,
                movement.flow().name(),
                movement.unit(),
                movement.amount(),
                movement.occurredOn(),
                from.account().code(),
                from.zone(),
                from.parcel(),
                from.project(),
                from.supply(),
                from.quotaYear(),
                to.account().code(),
                to.zone(),
                to.parcel(),
                to.project(),
                to.supply(),
                to.quotaYear());
    }
}
