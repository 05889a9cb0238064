package org.nestledger.core.ledger;

import java.util.HashSet;
import java.util.Set;
import org.nestledger.core.log.PayloadCodec;
import org.nestledger.core.log.publish.KeyRotated;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The ledger's events, and those about the log itself, as the log stores them. */
public final class LedgerCodec implements PayloadCodec {

    @Override
    public byte[] encode(Object payload) {
        return LedgerJson.mapper().writeValueAsBytes(payload);
    }

    @Override
    public Object decode(String type, int version, JsonNode data) {
        return isKeyRotated(type, version) ? keyRotated(data) : EventTypes.decode(type, version, data);
    }

    private static boolean isKeyRotated(String type, int version) {
        return KeyRotated.TYPE.name().equals(type) && KeyRotated.TYPE.version().equals(Integer.toString(version));
    }

    private static KeyRotated keyRotated(JsonNode data) {
        try {
            return LedgerJson.mapper().treeToValue(data, KeyRotated.class);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(unreadable.getOriginalMessage(), unreadable);
        }
    }

    @Override
    public Set<String> types() {
        Set<String> types = new HashSet<>(EventTypes.byName().keySet());
        types.add(KeyRotated.TYPE.name());
        return types;
    }

    @Override
    public int decodedVersion(String type, int version) {
        return EventTypes.byName().containsKey(type) ? EventTypes.version(type) : version;
    }

    @Override
    public Object decode(String type, int version, byte[] json, int offset, int length) {
        return isKeyRotated(type, version)
                ? PayloadCodec.super.decode(type, version, json, offset, length)
                : EventTypes.decode(type, version, json, offset, length);
    }
}
