package org.nestledger.core.log;

import tools.jackson.databind.JsonNode;

/** Events of the tests: every payload is a text, every type is known but those that begin with "unknown". */
public final class TextCodec implements PayloadCodec {

    @Override
    public byte[] encode(Object payload) {
        if (payload instanceof String text) {
            return new JsonText(0).raw("{\"text\":").string(text).raw("}").toBytes();
        }
        throw new IllegalArgumentException("not a text: " + payload);
    }

    @Override
    public Object decode(String type, int version, JsonNode data) {
        if (type.startsWith("unknown")) {
            throw new IllegalArgumentException("no such type");
        }
        return data.get("text").stringValue();
    }
}
