package org.nestledger.query.history;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** Every event by what it is about. The tags say that, so an event type that is new needs nothing here. */
public final class HistoryModel implements ReadModel {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<String> tables() {
        return List.of("read.event", "read.event_entity", "read.reversal");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Rows events = new Rows(
                "read.event",
                "position",
                "event_id",
                "type",
                "recorded_at",
                "occurred_on",
                "actor",
                "approved_by",
                "command_id",
                "zone",
                "parcel",
                "project",
                "supply",
                "enterprise",
                "quota",
                "reverses",
                "documents");
        Rows entities = new Rows("read.event_entity", "kind", "id", "position");
        Rows reversals = new Rows("read.reversal", "reverses", "position", "occurred_on", "restates", "reason");
        for (RecordedEvent recorded : page) {
            LedgerEvent event = ReadModel.event(recorded);
            Set<Entity> about = Entity.of(recorded.tags(), event);
            events.add(row(recorded, event, about));
            about.forEach(entity -> entities.add(entity.kind(), entity.id(), recorded.position()));
            if (event instanceof EntryReversed reversal) {
                reversals.add(
                        reversal.reverses(),
                        recorded.position(),
                        reversal.occurredOn(),
                        reversal.restates(),
                        reversal.reason());
            }
        }
        events.insertInto(out);
        entities.insertInto(out);
        reversals.insertInto(out);
    }

    private static @Nullable Object[] row(RecordedEvent recorded, LedgerEvent event, Set<Entity> about) {
        Map<String, String> first = first(about);
        return new @Nullable Object[] {
            recorded.position(),
            recorded.id(),
            recorded.type(),
            recorded.recordedAt().atOffset(ZoneOffset.UTC),
            event.occurredOn(),
            recorded.metadata().get("actor"),
            recorded.metadata().get("approvedBy"),
            recorded.metadata().get("commandId"),
            event.zone(),
            first.get("parcel"),
            first.get("project"),
            first.get("supply"),
            first.get("enterprise"),
            first.get("quota"),
            event instanceof EntryReversed reversal ? reversal.reverses() : null,
            event.documents().size()
        };
    }

    /** The first of each kind. */
    private static Map<String, String> first(Set<Entity> about) {
        Map<String, String> first = new HashMap<>();
        about.forEach(entity -> first.putIfAbsent(entity.kind(), entity.id()));
        return first;
    }

    /** Something that an event is about. */
    private record Entity(String kind, String id) {

        /** What the tags name, and the zone in whose books the event stands. */
        static Set<Entity> of(List<String> tags, LedgerEvent event) {
            Set<Entity> all = new LinkedHashSet<>();
            all.add(new Entity("zone", event.zone()));
            for (String tag : tags) {
                Entity tagged = tagged(tag);
                if (tagged != null) {
                    all.add(tagged);
                }
            }
            return all;
        }

        /** Ancestors and reversed positions are tagged for decisions only; books are those of a zone. */
        private static @Nullable Entity tagged(String tag) {
            int colon = tag.indexOf(':');
            String kind = tag.substring(0, colon);
            return switch (kind) {
                case "ancestor", "reverses" -> null;
                case "books" -> new Entity("zone", tag.substring(colon + 1));
                default -> new Entity(kind, tag.substring(colon + 1));
            };
        }
    }
}
