package org.nestledger.api.output;

import static org.nestledger.api.output.ListColumn.amount;
import static org.nestledger.api.output.ListColumn.number;
import static org.nestledger.api.output.ListColumn.text;
import static org.nestledger.api.output.ListColumn.unit;

import java.util.List;
import org.nestledger.query.movement.JournalEntry;
import org.nestledger.query.movement.JournalFilter;

/** The list of what was posted. */
final class JournalList {

    static final EntryList<JournalEntry> JOURNAL = new EntryList<>(
            JournalEntry.class,
            false,
            (queries, zone, _, page) -> queries.journal().list(JournalFilter.of(zone), page),
            List.of(
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
                    unit("unit", JournalEntry::amount)));

    private JournalList() {}
}
