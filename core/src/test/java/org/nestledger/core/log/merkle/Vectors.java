package org.nestledger.core.log.merkle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Known answers, made with the reference implementations of RFC 6962 trees and tiles. */
public final class Vectors {

    private Vectors() {}

    static JsonNode json(String name) {
        return JsonMapper.shared().readTree(bytes(name));
    }

    static byte[] bytes(String name) {
        try (InputStream file = Vectors.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("no such test resource: " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The 600 records of the example log. */
    public static List<byte[]> records() {
        List<byte[]> records = new ArrayList<>();
        for (String bundle : List.of("000", "001", "002.p/88")) {
            ByteBuffer bytes = ByteBuffer.wrap(bytes("log600/tile/entries/" + bundle));
            while (bytes.hasRemaining()) {
                byte[] record = new byte[bytes.getShort() & 0xffff];
                bytes.get(record);
                records.add(record);
            }
        }
        return records;
    }

    /** The root in the checkpoint that the example log had at a size. */
    public static byte[] root(int size) {
        String checkpoint = new String(bytes("log600/checkpoints/" + size), StandardCharsets.UTF_8);
        return Base64.getDecoder().decode(checkpoint.lines().toList().get(2));
    }

    /** A file of the vectors, by its path. */
    public static byte[] file(String name) {
        return bytes(name);
    }

    /** A full tile of the example log. */
    public static byte[] tile(int level, String name) {
        return bytes("log600/tile/" + level + "/" + name);
    }
}
