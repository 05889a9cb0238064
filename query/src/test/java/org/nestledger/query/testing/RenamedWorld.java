package org.nestledger.query.testing;

import java.util.Set;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.reversal.EntryReversed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The same history once more in one log: all its ids have a prefix, and its positions begin later.
 *
 * @param prefix of all ids; worlds with prefixes of one length sort their ids alike
 * @param before the position of the log before its first event
 */
public record RenamedWorld(String prefix, long before) {

    private static final Set<String> IDS = Set.of(
            "zone",
            "parent",
            "ancestors",
            "toZone",
            "quotaZone",
            "powerZone",
            "parcel",
            "fromParcel",
            "toParcel",
            "project",
            "supply",
            "enterprise",
            "permit",
            "power",
            "plan",
            "figure",
            "subject");

    public String id(String original) {
        return prefix + original;
    }

    /** A text about this world as it would be about the original. */
    public String original(String text) {
        return text.replace(prefix, "");
    }

    public LedgerEvent event(LedgerEvent original) {
        JsonNode data = LedgerJson.mapper().valueToTree(original);
        rename(data);
        if (original instanceof EntryReversed reversal && data instanceof ObjectNode object) {
            object.put("reverses", before + reversal.reverses());
        }
        return EventTypes.decode(EventName.of(original.getClass()), EventName.version(original.getClass()), data);
    }

    private void rename(JsonNode json) {
        if (json instanceof ObjectNode object) {
            for (String name : object.propertyNames().toArray(String[]::new)) {
                JsonNode value = object.get(name);
                if (!IDS.contains(name)) {
                    rename(value);
                } else if (value.isString()) {
                    object.put(name, id(value.asString()));
                } else if (value instanceof ArrayNode array) {
                    for (int i = 0; i < array.size(); i++) {
                        array.set(i, StringNode.valueOf(id(array.get(i).asString())));
                    }
                }
            }
        } else if (json.isArray()) {
            json.forEach(this::rename);
        }
    }
}
