package org.nestledger.core.testing;

import java.util.List;
import java.util.TreeMap;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.reversal.EntryReversed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events as the first release wrote them. */
public final class EarlierVersions {

    /**
     * An event as it was written.
     *
     * @param data what a codec writes as it is
     */
    public record Written(String type, int version, JsonNode data, List<String> tags) {}

    private EarlierVersions() {}

    /** The event in the first version of its type; a reversal repeats its target in the first version of that. */
    public static Written first(LedgerEvent event) {
        String type = EventName.of(event.getClass());
        ObjectNode data = LedgerJson.mapper().valueToTree(event);
        if (event instanceof EntryReversed reversal) {
            data.put("v", 1).set("data", first(reversal.type(), (ObjectNode) data.get("data")));
        }
        return new Written(type, 1, first(type, data), EventTypes.tags(event));
    }

    private static JsonNode first(String type, ObjectNode data) {
        if (type.equals("opening.OpeningStockRecorded") && data.remove("usedQuota") instanceof ObjectNode used) {
            data.set("quotaYear", used.get("year")).set("quotaZone", used.get("zone"));
        }
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        data.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        return LedgerJson.mapper().valueToTree(sorted);
    }
}
