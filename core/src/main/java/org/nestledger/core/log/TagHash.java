package org.nestledger.core.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nestledger.core.log.merkle.LeafHash;

/**
 * How tags and types stand in the tag index: the first bytes of their SHA-256. Part of the stored format; a collision
 * costs a needless conflict or a row that is read and dropped, never a wrong result.
 */
final class TagHash {

    /** There are few types, and each append asks for the hashes of many. */
    private static final Map<String, Integer> TYPES = new ConcurrentHashMap<>();

    private TagHash() {}

    /** 64 bits for a tag written as "key:value". */
    static long ofTag(String tag) {
        return digest(tag).getLong();
    }

    /** 32 bits for the qualified name of a type. */
    static int ofType(String type) {
        return TYPES.computeIfAbsent(type, name -> digest(name).getInt());
    }

    private static ByteBuffer digest(String text) {
        return ByteBuffer.wrap(LeafHash.ofBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
