package org.nestledger.query.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nestledger.core.claim.ClaimEvent;
import org.nestledger.core.claim.ClaimEvent.FigurePublished;
import org.nestledger.core.claim.ClaimEvent.FigureRetracted;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** What was stated in public, and what was taken back there. */
public final class ClaimModel implements ReadModel {

    private static final Refold CURRENT = new Refold("read.claim", "figure");

    @Override
    public String name() {
        return "claim";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.claim_entry", "read.claim");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Tables tables = new Tables();
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent recorded : page) {
            if (ReadModel.event(recorded) instanceof ClaimEvent event) {
                touched.add(event.figure());
                tables.add(recorded.position(), event);
            }
        }
        tables.insertInto(out);
        CURRENT.run(touched, out);
    }

    private static final class Tables {

        private final Rows figures = new Rows(
                "read.claim_entry",
                "position",
                "occurred_on",
                "zone",
                "figure",
                "retracted",
                "measure",
                "subject",
                "period",
                "value",
                "unit",
                "precision",
                "phrase",
                "source",
                "stated_on");
        private final Rows retractions =
                new Rows("read.claim_entry", "position", "occurred_on", "zone", "figure", "retracted", "reason");

        void add(long position, ClaimEvent event) {
            switch (event) {
                case FigurePublished e ->
                    figures.add(
                            position,
                            e.publishedOn(),
                            e.zone(),
                            e.figure(),
                            false,
                            e.measure(),
                            e.subject(),
                            e.period().text(),
                            e.value(),
                            e.unit(),
                            e.precision().text(),
                            e.phrase(),
                            e.source(),
                            e.statedOn());
                case FigureRetracted e ->
                    retractions.add(position, e.occurredOn(), e.zone(), e.figure(), true, e.reason());
            }
        }

        void insertInto(TableWriter out) {
            figures.insertInto(out);
            retractions.insertInto(out);
        }
    }
}
