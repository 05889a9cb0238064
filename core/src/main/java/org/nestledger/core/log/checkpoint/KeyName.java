package org.nestledger.core.log.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a key may be called, and the four bytes that stand for a key in a signature line. */
final class KeyName {

    private KeyName() {}

    /** Not empty, no space of any kind, no control character, no plus. */
    static boolean isValid(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE);
    }

    static String checked(String name) {
        if (!isValid(name)) {
            throw new UnverifiedException("\"" + name + "\" is no name of a key");
        }
        return name;
    }

    /** SHA-256(name || LF || type || key), its first four bytes. */
    static int id(String name, byte type, byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(type);
            return ByteBuffer.wrap(digest.digest(key)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
