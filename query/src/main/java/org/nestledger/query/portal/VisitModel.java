package org.nestledger.query.portal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.portal.PortalEvent;
import org.nestledger.core.portal.PortalEvent.PortalVisitsRecorded;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** The visits to each zone's pages, day by day. */
public final class VisitModel implements ReadModel {

    private static final Refold CURRENT = new Refold("read.visit", "id");

    @Override
    public String name() {
        return "visit";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.visit_entry", "read.visit");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Rows entries = new Rows("read.visit_entry", "position", "occurred_on", "id", "zone", "visits");
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent recorded : page) {
            LedgerEvent event = ReadModel.event(recorded);
            if (ReadModel.subject(event) instanceof PortalEvent visits) {
                touched.add(id(visits));
            }
            if (event instanceof PortalEvent visits) {
                switch (visits) {
                    case PortalVisitsRecorded e ->
                        entries.add(recorded.position(), e.occurredOn(), id(e), e.zone(), e.visits());
                }
            }
        }
        entries.insertInto(out);
        CURRENT.run(touched, out);
    }

    private static String id(PortalEvent event) {
        return event.zone() + "/" + event.occurredOn();
    }
}
