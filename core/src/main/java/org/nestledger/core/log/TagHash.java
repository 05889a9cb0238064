package org.nestledger.core.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How tags and types stand in the tag index: the first bytes of their SHA-256. Part of the stored format; a collision
 * costs a needless conflict or a row that is read and dropped, never a wrong result.
 */
final class TagHash {

    private TagHash() {}

    /** 64 bits for a tag written as "key:value". */
    static long ofTag(String tag) {
        return digest(tag).getLong();
    }

    /** 32 bits for the qualified name of a type. */
    static int ofType(String type) {
        return digest(type).getInt();
    }

    private static ByteBuffer digest(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
