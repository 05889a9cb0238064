package org.nestledger.core.ledger;

import org.nestledger.core.log.PayloadCodec;
import tools.jackson.databind.JsonNode;

/** The ledger's events as the log stores them. */
public final class LedgerCodec implements PayloadCodec {

    @Override
    public byte[] encode(Object payload) {
        return LedgerJson.mapper().writeValueAsBytes(payload);
    }

    @Override
    public Object decode(String type, int version, JsonNode data) {
        return EventTypes.decode(type, version, data);
    }

    @Override
    public int decodedVersion(String type, int version) {
        return EventTypes.byName().containsKey(type) ? EventTypes.version(type) : version;
    }
}
