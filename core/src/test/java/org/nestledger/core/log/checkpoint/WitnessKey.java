package org.nestledger.core.log.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** The secret key of a witness. */
public record WitnessKey(String name, Ed25519Key key) {

    public static WitnessKey generate(String name) {
        return new WitnessKey(name, Ed25519Key.generate(name, new SecureRandom()));
    }

    public VerifierKey verifierKey() {
        byte[] typed = ByteBuffer.allocate(33)
                .put(VerifierKey.COSIGNATURE)
                .put(key.publicKey())
                .array();
        return VerifierKey.parse(name + "+" + VerifierKey.hex(id()) + "+" + Base64Text.encode(typed));
    }

    private int id() {
        return KeyName.id(name, VerifierKey.COSIGNATURE, key.publicKey());
    }

    /** The cosignature of a note's text at so many seconds after 1970. */
    public NoteSignature cosign(SignedNote note, long seconds) {
        byte[] signature = key.sign(VerifierKey.cosigned(seconds, note.text().getBytes(StandardCharsets.UTF_8)));
        return new NoteSignature(
                name,
                id(),
                ByteBuffer.allocate(8 + signature.length)
                        .putLong(seconds)
                        .put(signature)
                        .array());
    }
}
