package org.nestledger.core.log.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public key of a log, or of a witness that cosigns, as others pin it:
 * {@code ledger.example/events+1aaa64c3+AQOhB7/zzhC…}.
 */
public final class VerifierKey {

    /** Signs the text of a note. */
    public static final byte ED25519 = 1;

    /** Signs the text of a note with the time of signing before it. */
    public static final byte COSIGNATURE = 4;

    private static final int TIMESTAMP_LENGTH = 8;

    private final String name;
    private final byte type;
    private final byte[] raw;
    private final PublicKey key;

    private VerifierKey(String name, byte type, byte[] raw) {
        this.name = KeyName.checked(name);
        this.type = type;
        this.raw = raw.clone();
        this.key = Ed25519.publicKey(raw);
    }

    /**
     * The key of a log.
     *
     * @param raw 32 bytes
     */
    public static VerifierKey ofLog(String name, byte[] raw) {
        return new VerifierKey(name, ED25519, raw);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws UnverifiedException when it is no key, of a type that is not known, or does not match its own id
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new UnverifiedException("\"" + text + "\" is no verifier key, as <name>+<id>+<key> is");
        }
        byte[] typed = Base64Text.decode(parts[2]);
        if (typed.length != 1 + Ed25519.KEY_LENGTH || (typed[0] != ED25519 && typed[0] != COSIGNATURE)) {
            throw new UnverifiedException("the verifier key of " + parts[0] + " is no Ed25519 key of a known kind");
        }
        VerifierKey key = new VerifierKey(parts[0], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!hex(key.id()).equals(parts[1])) {
            throw new UnverifiedException(
                    "the verifier key of " + parts[0] + " is not the one with the id " + parts[1]);
        }
        return key;
    }

    /** The name, which is the origin of the log whose key it is. */
    public String name() {
        return name;
    }

    /** The raw public key: 32 bytes. */
    public byte[] publicKey() {
        return raw.clone();
    }

    /** The four bytes that stand for it in a signature line. */
    public int id() {
        return KeyName.id(name, type, raw);
    }

    /** Whether this is a signature of the text by this key. */
    public boolean verify(byte[] text, byte[] signature) {
        if (type == ED25519) {
            return Ed25519.verify(key, text, signature);
        }
        if (signature.length != TIMESTAMP_LENGTH + Ed25519.SIGNATURE_LENGTH) {
            return false;
        }
        long time = ByteBuffer.wrap(signature).getLong();
        return time >= 0
                && Ed25519.verify(
                        key, cosigned(time, text), Arrays.copyOfRange(signature, TIMESTAMP_LENGTH, signature.length));
    }

    /** Whether it is a witness's key. */
    public boolean cosigns() {
        return type == COSIGNATURE;
    }

    /** What a cosignature made so many seconds after 1970 signs. */
    static byte[] cosigned(long seconds, byte[] text) {
        byte[] head = ("cosignature/v1\ntime " + seconds + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(head, head.length + text.length);
        System.arraycopy(text, 0, message, head.length, text.length);
        return message;
    }

    static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    @Override
    public String toString() {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = type;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + hex(id()) + "+" + Base64Text.encode(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
