package org.nestledger.core.log.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Known notes, made with the reference implementation. Their keys are public. */
public final class NoteVectors {

    private static final JsonNode NOTES = JsonMapper.shared().readTree(bytes("notes.json"));

    private NoteVectors() {}

    public static byte[] bytes(String name) {
        try (InputStream file = NoteVectors.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("no such test resource: " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return NOTES.get(name).stringValue();
    }

    static byte[] note(String name) {
        return text(name).getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode key(String name) {
        return NOTES.get(name);
    }

    public static VerifierKey vkey(String name) {
        return VerifierKey.parse(key(name).get("vkey").stringValue());
    }

    /** The key whose seed is known. */
    public static Ed25519Key signer(String name) {
        return Ed25519Key.ofSeed(
                key(name).get("name").stringValue(),
                HexFormat.of().parseHex(key(name).get("seed_hex").stringValue()));
    }
}
