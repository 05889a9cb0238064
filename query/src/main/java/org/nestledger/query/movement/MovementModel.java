package org.nestledger.query.movement;

import java.util.List;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.Sums;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** The movements that the journal rules make of each event, and their sums by month. */
public final class MovementModel implements ReadModel {

    private static final Sums MONTHS = new Sums(
            "read.movement_month",
            List.of(
                    "to_zone",
                    "flow",
                    "month",
                    "unit",
                    "from_account",
                    "to_account",
                    "from_zone",
                    "from_quota_year",
                    "to_quota_year"));

    @Override
    public String name() {
        return "movement";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<String> tables() {
        return List.of("read.movement", "read.movement_month");
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
        for (RecordedEvent recorded : page) {
            int line = 0;
            for (Movement movement : JournalRules.movements(ReadModel.event(recorded))) {
                add(rows, recorded.position(), line++, movement);
            }
        }
        rows.insertInto(out);
        MONTHS.add(page, out);
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
