package org.nestledger.query.permit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.permit.PowerEvent;
import org.nestledger.core.permit.PowerEvent.PowerDelegated;
import org.nestledger.core.permit.PowerEvent.PowerWithdrawn;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** Municipal powers that were delegated to zones. */
public final class PowerModel implements ReadModel {

    private static final Refold CURRENT = new Refold("read.power", "id");

    @Override
    public String name() {
        return "power";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.power_entry", "read.power");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Rows entries = new Rows(
                "read.power_entry",
                "position",
                "occurred_on",
                "id",
                "zone",
                "power",
                "delegated",
                "name",
                "covers",
                "batch",
                "reason");
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent recorded : page) {
            LedgerEvent event = ReadModel.event(recorded);
            if (ReadModel.subject(event) instanceof PowerEvent power) {
                touched.add(id(power));
            }
            if (event instanceof PowerEvent power) {
                add(entries, recorded.position(), power);
            }
        }
        entries.insertInto(out);
        CURRENT.run(touched, out);
    }

    private static void add(Rows entries, long position, PowerEvent event) {
        switch (event) {
            case PowerDelegated e ->
                entries.add(
                        position,
                        e.occurredOn(),
                        id(e),
                        e.zone(),
                        e.power(),
                        true,
                        e.name(),
                        e.covers().stream().map(Enum::name).toArray(String[]::new),
                        e.batch(),
                        null);
            case PowerWithdrawn e ->
                entries.add(position, e.occurredOn(), id(e), e.zone(), e.power(), false, null, null, null, e.reason());
        }
    }

    private static String id(PowerEvent event) {
        return event.zone() + "/" + event.power();
    }
}
