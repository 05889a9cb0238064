package org.nestledger.core.log;

import java.util.Set;
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

    /** The names of all types that {@link #decode} takes; none when that cannot be told. */
    default Set<String> types() {
        return Set.of();
    }

    /** The version that {@link #decode} makes of data of a known type and version. */
    default int decodedVersion(String type, int version) {
        return version;
    }

    /**
     * The same from the bytes of the member, where a codec can do without the tree.
     *
     * @param json holds the member's JSON
     * @param offset where it begins
     * @param length how many bytes it has
     */
    default Object decode(String type, int version, byte[] json, int offset, int length) {
        return decode(type, version, JsonTree.read(json, offset, length));
    }
}
