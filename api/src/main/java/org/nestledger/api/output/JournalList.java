package org.nestledger.api.output;

import static org.nestledger.api.output.ListColumn.amount;
import static org.nestledger.api.output.ListColumn.number;
import static org.nestledger.api.output.ListColumn.text;
import static org.nestledger.api.output.ListColumn.unit;

import java.util.List;
import org.nestledger.query.movement.JournalEntry;
import org.nestledger.query.movement.JournalFilter;

/** The list of what was posted. */
public final class JournalList {

    private static final List<ListColumn<JournalEntry>> COLUMNS = List.of(
            text("id", JournalEntry::id),
            number("position", JournalEntry::position),
            text("occurred on", JournalEntry::occurredOn),
            text("flow", JournalEntry::flow),
            text("account", JournalEntry::account),
            text("against", JournalEntry::against),
            text("zone", JournalEntry::zone),
            text("parcel", JournalEntry::parcel),
            text("project", JournalEntry::project),
            text("supply", JournalEntry::supply),
            number("quota year", JournalEntry::quotaYear),
            amount("amount", JournalEntry::amount),
            unit("unit", JournalEntry::amount));

    private JournalList() {}

    /** The entries that fulfil these criteria, in the zone that the list is asked of. */
    public static EntryList<JournalEntry> of(JournalFilter filter) {
        return new EntryList<>(
                JournalEntry.class,
                false,
                (queries, zone, _, page) -> queries.journal().list(filter.within(zone), page),
                COLUMNS);
    }
}
