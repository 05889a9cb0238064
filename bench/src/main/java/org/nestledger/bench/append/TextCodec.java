package org.nestledger.bench.append;

import java.nio.charset.StandardCharsets;
import org.nestledger.core.log.PayloadCodec;
import tools.jackson.databind.JsonNode;

/** Events whose whole data is a text of plain characters. */
final class TextCodec implements PayloadCodec {

    @Override
    public byte[] encode(Object payload) {
        return ("{\"text\":\"" + payload + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Object decode(String type, int version, JsonNode data) {
        return data.get("text").stringValue();
    }
}
