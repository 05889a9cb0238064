package org.nestledger.bench.log;

import java.nio.charset.StandardCharsets;
import org.nestledger.core.log.PayloadCodec;
import tools.jackson.databind.JsonNode;

/** Events that mean nothing: every payload is a text without anything to escape. */
public final class PlainCodec implements PayloadCodec {

    @Override
    public byte[] encode(Object payload) {
        return ("{\"text\":\"" + payload + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Object decode(String type, int version, JsonNode data) {
        return data.get("text").stringValue();
    }
}
