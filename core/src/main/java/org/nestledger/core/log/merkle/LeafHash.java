package org.nestledger.core.log.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two hashes of an RFC 6962 tree; the prefix byte keeps a leaf from being passed off as a node. */
public final class LeafHash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(LeafHash::sha256);

    private LeafHash() {}

    /** SHA-256(0x00 || record): 32 bytes. */
    public static byte[] of(byte[] record) {
        MessageDigest digest = SHA256.get();
        digest.update((byte) 0);
        return digest.digest(record);
    }

    /** SHA-256(0x01 || left || right): 32 bytes. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = SHA256.get();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** SHA-256(bytes), which is neither a leaf nor a node: 32 bytes. */
    public static byte[] ofBytes(byte[] bytes) {
        return SHA256.get().digest(bytes);
    }

    /** SHA-256(""), the root of the tree without leaves: 32 bytes. */
    public static byte[] ofNothing() {
        return SHA256.get().digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
