package org.nestledger.core.log.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** One signature line of a note. */
public final class NoteSignature {

    static final String DASH = "— ";

    private static final int ID_LENGTH = 4;

    private final String keyName;
    private final int keyId;
    private final byte[] bytes;

    /**
     * A signature.
     *
     * @param keyId the four bytes that stand for the key
     * @param bytes the signature; for a cosignature, eight bytes of time before it
     */
    public NoteSignature(String keyName, int keyId, byte[] bytes) {
        this.keyName = keyName;
        this.keyId = keyId;
        this.bytes = bytes.clone();
    }

    /** Reads a line without its end. */
    static NoteSignature parse(String line) {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || !KeyName.isValid(parts[0])) {
            throw new UnverifiedException("it has a malformed signature line");
        }
        byte[] all = Base64Text.decode(parts[1]);
        if (all.length <= ID_LENGTH) {
            throw new UnverifiedException("it has a signature line without signature");
        }
        return new NoteSignature(
                parts[0], ByteBuffer.wrap(all).getInt(), Arrays.copyOfRange(all, ID_LENGTH, all.length));
    }

    public String keyName() {
        return keyName;
    }

    /** The four bytes that stand for the key. */
    public int keyId() {
        return keyId;
    }

    /** The signature. */
    public byte[] bytes() {
        return bytes.clone();
    }

    boolean isBy(VerifierKey key) {
        return keyName.equals(key.name()) && keyId == key.id();
    }

    /** The line without its end. */
    @Override
    public String toString() {
        byte[] all = ByteBuffer.allocate(ID_LENGTH + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return DASH + keyName + " " + Base64Text.encode(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
