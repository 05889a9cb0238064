package org.nestledger.query.projection;

import java.util.List;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.page.TableWriter;

/** Tables that are folded from the log and from nothing else. */
public interface ReadModel {

    /** Names it in the table of versions. */
    String name();

    /** A higher number than the stored one means: all read models are built anew beside the stored ones, which then go. */
    int version();

    /** All its tables, with their schema. */
    List<String> tables();

    /**
     * Writes what the events of one page mean. Throws when an event means nothing, and then nothing of the page is kept.
     * Inserted rows depend on their event alone: a rebuild applies pages in any order and by several threads.
     */
    void apply(List<RecordedEvent> page, TableWriter out);

    /** The event itself. */
    static LedgerEvent event(RecordedEvent recorded) {
        if (recorded.payload() instanceof LedgerEvent event) {
            return event;
        }
        throw new IllegalArgumentException(recorded.type() + " is no event of the ledger: "
                + recorded.payload().getClass());
    }

    /** The event, or the one that it takes back: what must be looked at again in either case. */
    static LedgerEvent subject(LedgerEvent event) {
        return event instanceof EntryReversed reversal ? EventTypes.target(reversal) : event;
    }
}
