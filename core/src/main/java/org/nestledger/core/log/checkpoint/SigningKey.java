package org.nestledger.core.log.checkpoint;

/** A key that signs for a log, wherever it is kept: in a file, or in a device that never gives it away. */
public interface SigningKey {

    /** The key's name, which is the log's origin. */
    String keyName();

    /** The raw Ed25519 public key: 32 bytes. */
    byte[] publicKey();

    /** The Ed25519 signature of these bytes: 64 bytes. */
    byte[] sign(byte[] body);

    /** What others pin to verify what this key signs. */
    default VerifierKey verifierKey() {
        return VerifierKey.ofLog(keyName(), publicKey());
    }
}
