package org.nestledger.core.log.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A signing key in memory, and its form in a PEM file (PKCS#8, as OpenSSL writes it). */
public final class Ed25519Key implements SigningKey {

    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int SEED_LENGTH = 32;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final String name;
    private final byte[] seed;
    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private Ed25519Key(String name, byte[] seed) {
        this.name = KeyName.checked(name);
        this.seed = seed.clone();
        KeyPair pair = pair(seed);
        this.privateKey = pair.getPrivate();
        this.publicKey = Ed25519.raw(pair.getPublic());
    }

    /** The key that these 32 bytes determine. */
    public static Ed25519Key ofSeed(String name, byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
        }
        return new Ed25519Key(name, seed);
    }

    public static Ed25519Key generate(String name, SecureRandom random) {
        byte[] seed = new byte[SEED_LENGTH];
        random.nextBytes(seed);
        return new Ed25519Key(name, seed);
    }

    /**
     * The key in a PEM file.
     *
     * @throws UnverifiedException when it holds no Ed25519 private key, or something else beside it
     */
    public static Ed25519Key ofPem(String name, String pem) {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new UnverifiedException("it holds no private key in PEM form");
        }
        String body =
                text.substring(BEGIN.length(), text.length() - END.length()).replaceAll("\\s", "");
        byte[] pkcs8 = Base64Text.decode(body);
        if (pkcs8.length != PKCS8_PREFIX.length + SEED_LENGTH
                || !Arrays.equals(pkcs8, 0, PKCS8_PREFIX.length, PKCS8_PREFIX, 0, PKCS8_PREFIX.length)) {
            throw new UnverifiedException("it holds no Ed25519 private key");
        }
        return new Ed25519Key(name, Arrays.copyOfRange(pkcs8, PKCS8_PREFIX.length, pkcs8.length));
    }

    /** The secret itself, for a file that nobody else may read. */
    public String toPem() {
        byte[] pkcs8 = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + SEED_LENGTH);
        System.arraycopy(seed, 0, pkcs8, PKCS8_PREFIX.length, SEED_LENGTH);
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        return BEGIN + "\n" + Base64.getMimeEncoder(64, newline).encodeToString(pkcs8) + "\n" + END + "\n";
    }

    @Override
    public String keyName() {
        return name;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] body) {
        return Ed25519.sign(privateKey, body);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "the signing key of " + verifierKey();
    }

    /** The JDK has no way from a private to a public key but to make the pair from the same randomness. */
    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] check = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed))
                    .getEncoded();
            if (!Arrays.equals(check, pair.getPrivate().getEncoded())) {
                throw new IllegalStateException("this JDK does not make an Ed25519 key from a seed as expected");
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no Ed25519", e);
        }
    }

    private static final class FixedRandom extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        FixedRandom(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] into) {
            System.arraycopy(bytes, 0, into, 0, into.length);
        }
    }
}
