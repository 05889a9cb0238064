package org.nestledger.query.land;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.land.LandEvent;
import org.nestledger.core.land.LandEvent.LandAcquired;
import org.nestledger.core.land.LandEvent.LandConverted;
import org.nestledger.core.land.LandEvent.LandServiced;
import org.nestledger.core.land.LandEvent.ParcelAmended;
import org.nestledger.core.land.LandEvent.ParcelRegistered;
import org.nestledger.core.land.LandEvent.ParcelResurveyed;
import org.nestledger.core.land.LandEvent.ParcelSplit;
import org.nestledger.core.land.ParcelDetails;
import org.nestledger.core.land.SplitChild;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;
import tools.jackson.databind.JsonNode;

/** The descriptions and areas of parcels. What is acquired, serviced or supplied of them is in the movements. */
public final class ParcelModel implements ReadModel {

    private static final Refold CURRENT = new Refold("read.parcel", "parcel");

    @Override
    public String name() {
        return "land";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.parcel_details", "read.parcel_area", "read.parcel");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Tables tables = new Tables();
        for (RecordedEvent recorded : page) {
            LedgerEvent event = ReadModel.event(recorded);
            if (event instanceof LandEvent land) {
                tables.add(recorded.position(), land);
            } else if (event instanceof EntryReversed && ReadModel.subject(event) instanceof LandEvent land) {
                tables.touch(land);
            }
        }
        tables.insertInto(out);
        CURRENT.run(tables.touched, out);
    }

    private static final class Tables {

        private final Rows details = new Rows(
                "read.parcel_details",
                "position",
                "parcel",
                "occurred_on",
                "registered",
                "zone",
                "name",
                "use",
                "location",
                "boundary::jsonb");
        private final Rows areas = new Rows("read.parcel_area", "position", "parcel", "occurred_on", "change");
        private final Set<String> touched = new LinkedHashSet<>();

        void touch(LandEvent event) {
            touched.add(event.parcel());
            if (event instanceof ParcelSplit split) {
                split.children().forEach(child -> touched.add(child.parcel()));
            }
        }

        void add(long position, LandEvent event) {
            touch(event);
            switch (event) {
                case LandAcquired _, LandConverted _, LandServiced _ -> {}
                case ParcelRegistered e -> {
                    ParcelDetails described = new ParcelDetails(e.name(), e.use(), e.location(), e.boundary());
                    describe(position, e, e.parcel(), true, described);
                    change(position, e, e.parcel(), e.area().microMu());
                }
                case ParcelAmended e -> describe(position, e, e.parcel(), false, e.details());
                case ParcelResurveyed e -> change(position, e, e.parcel(), growth(e.previousArea(), e.area()));
                case ParcelSplit e -> {
                    change(position, e, e.parcel(), growth(e.previousArea(), e.area()));
                    e.children().forEach(child -> child(position, e, child));
                }
            }
        }

        private void child(long position, ParcelSplit split, SplitChild child) {
            ParcelDetails described = new ParcelDetails(child.name(), child.use(), child.location(), child.boundary());
            describe(position, split, child.parcel(), true, described);
            change(position, split, child.parcel(), child.area().microMu());
        }

        private void describe(long position, LandEvent e, String parcel, boolean registered, ParcelDetails is) {
            details.add(
                    position,
                    parcel,
                    e.occurredOn(),
                    registered,
                    e.zone(),
                    is.name(),
                    is.use(),
                    is.location(),
                    text(is.boundary()));
        }

        private void change(long position, LandEvent e, String parcel, long microMu) {
            areas.add(position, parcel, e.occurredOn(), microMu);
        }

        private static long growth(Area previous, Area now) {
            return Math.subtractExact(now.microMu(), previous.microMu());
        }

        private static @Nullable String text(@Nullable JsonNode boundary) {
            return boundary == null ? null : boundary.toString();
        }

        void insertInto(TableWriter out) {
            details.insertInto(out);
            areas.insertInto(out);
        }
    }
}
