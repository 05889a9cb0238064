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
}
