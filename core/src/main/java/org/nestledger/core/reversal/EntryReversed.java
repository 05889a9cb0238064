package org.nestledger.core.reversal;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerEvent;
import tools.jackson.databind.JsonNode;

/**
 * An earlier event is taken back. Besides its own tag it carries all tags of the event that it reverses, so that whoever
 * reads the one reads the other.
 *
 * @param reverses the position of the event
 * @param type its qualified name
 * @param v the version of its data, as it is stored
 * @param data its data as it is stored, verbatim
 * @param occurredOn the original's date when that period is open, else the date of the reversal
 * @param restates the month, as {@code YYYY-MM}, in a closed period that it corrects, when it could not take the
 *     original's date
 */
@Event(namespace = "reversal", name = "EntryReversed", version = "1")
public record EntryReversed(
        long reverses,
        String type,
        int v,
        JsonNode data,
        LocalDate occurredOn,
        @Nullable String restates,
        String reason,
        List<Document> documents)
        implements LedgerEvent {

    public EntryReversed {
        documents = List.copyOf(documents);
    }

    static String tag(long position) {
        return "reverses:" + position;
    }

    @Override
    public String zone() {
        return data.path("zone").asString();
    }

    @Override
    public List<String> tags() {
        return List.of(tag(reverses));
    }

    @Override
    public boolean reversible() {
        return false;
    }
}
