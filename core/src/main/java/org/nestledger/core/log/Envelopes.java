package org.nestledger.core.log;

import tools.jackson.databind.JsonNode;

/** Leaves the data of an event as it is stored. */
final class Envelopes implements PayloadCodec {

    @Override
    public byte[] encode(Object payload) {
        throw new UnsupportedOperationException("stored data is only read");
    }

    @Override
    public Object decode(String type, int version, JsonNode data) {
        return data;
    }

    static JsonNode data(RecordedEvent event) {
        return (JsonNode) event.payload();
    }
}
