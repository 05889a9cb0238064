package org.nestledger.query.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events from short lines: lists that are left out are empty, and {@code "12.5 mu"} stands for a quantity. */
public final class ScenarioEvents {

    private static final Pattern QUANTITY = Pattern.compile("(-?[0-9.]+) (mu|ha|m2|CNY|USD|count|visits)");
    private static final String[] LISTS = {"documents", "ancestors", "postings", "children", "warnings", "covers"};

    private ScenarioEvents() {}

    public static LedgerEvent event(String type, String occurredOn, String json) {
        Class<? extends LedgerEvent> known = EventTypes.byName().get(type);
        if (known == null) {
            throw new IllegalArgumentException("no event type " + type);
        }
        ObjectNode data = (ObjectNode) LedgerJson.mapper().readTree(json);
        data.put(has(known, "occurredOn") ? "occurredOn" : "publishedOn", occurredOn);
        for (String list : LISTS) {
            if (!data.has(list) && has(known, list)) {
                data.putArray(list);
            }
        }
        return EventTypes.decode(type, EventName.version(known), quantities(data));
    }

    private static boolean has(Class<?> type, String component) {
        for (var each : type.getRecordComponents()) {
            if (each.getName().equals(component)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode quantities(JsonNode node) {
        if (node.isString()) {
            Matcher quantity = QUANTITY.matcher(node.asString());
            return quantity.matches()
                    ? LedgerJson.mapper()
                            .createObjectNode()
                            .put("value", quantity.group(1))
                            .put("unit", quantity.group(2))
                    : node;
        }
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().toArray(String[]::new)) {
                object.set(name, quantities(object.get(name)));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                ((tools.jackson.databind.node.ArrayNode) node).set(i, quantities(node.get(i)));
            }
        }
        return node;
    }
}
