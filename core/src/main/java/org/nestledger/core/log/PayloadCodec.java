package org.nestledger.core.log;

import tools.jackson.databind.JsonNode;

/** Between event objects and the {@code data} member of a record. Upcasters live behind {@link #decode}. */
public interface PayloadCodec {

    /**
     * The canonical JSON (RFC 8785) of an event object, in UTF-8.
     *
     * @throws IllegalArgumentException when it cannot be expressed
     */
    byte[] encode(Object payload);

    /**
     * The event object of a stored {@code data} member.
     *
     * @throws IllegalArgumentException when type or version are unknown or the data is unreadable
     */
    Object decode(String type, int version, JsonNode data);

    /** The version that {@link #decode} makes of data of a known type and version. */
    default int decodedVersion(String type, int version) {
        return version;
    }
}
