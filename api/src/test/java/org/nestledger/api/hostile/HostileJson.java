package org.nestledger.api.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes bodies that are wrong of one that is right. */
final class HostileJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private HostileJson() {}

    /** JSON that says something wrong: it may be right all the same, when the wrong thing happens to be allowed. */
    static ObjectNode wrong(ObjectNode right, RandomGenerator random) {
        ObjectNode copy = right.deepCopy();
        ObjectNode at = anyObject(copy, random);
        List<String> names = new ArrayList<>(at.propertyNames());
        String name = names.isEmpty() ? "x" : HostileTexts.of(names, random);
        switch (random.nextInt(5)) {
            case 0 -> at.remove(name);
            case 1 -> at.set(HostileTexts.any(random), value(random));
            case 2 -> at.putNull(name);
            default -> at.set(name, value(random));
        }
        return copy;
    }

    /** The same to the server: what is null is absent. */
    static ObjectNode withoutNulls(ObjectNode json) {
        ObjectNode copy = json.deepCopy();
        List<ObjectNode> all = new ArrayList<>();
        collect(copy, all);
        all.forEach(each -> each.removeIf(JsonNode::isNull));
        return copy;
    }

    /** Bytes that are no JSON object as it must be, whatever their command is. */
    static byte[] broken(ObjectNode right, RandomGenerator random) {
        String json = right.toString();
        return switch (random.nextInt(16)) {
            case 0 -> bytes(json.substring(0, 1 + random.nextInt(json.length() - 1)));
            case 1 -> bytes(json + "{}");
            case 2 -> bytes(json + " x");
            case 3 -> bytes("{\"commandId\":\"twice\"," + json.substring(1));
            case 4 -> bytes("[" + json + "]");
            case 5 ->
                bytes(HostileTexts.of(
                        List.of("", " ", "null", "true", "0", "\"x\"", "[]", "NaN", "{", "}", "{]"), random));
            case 6 -> bytes("{\"x\":" + "[".repeat(depth(random)) + "]".repeat(30) + "}");
            case 7 -> bytes("{\"x\":" + "{\"a\":".repeat(depth(random)) + "1" + "}".repeat(40));
            case 8 -> json.getBytes(StandardCharsets.UTF_16);
            case 9 -> bytes("\uFEFF" + json);
            case 10 -> invalidUtf8(json, random);
            case 11 -> bytes(json.replace("\"", "'"));
            case 12 -> bytes("/* */" + json);
            case 13 -> bytes(json.replace("}", ",}"));
            case 14 -> bytes("{\"x\":" + "9".repeat(61 + random.nextInt(2_000)) + "," + json.substring(1));
            default -> bytes("{\"x\":\"" + "a".repeat(100_001) + "\"," + json.substring(1));
        };
    }

    private static int depth(RandomGenerator random) {
        return HostileTexts.of(List.of(21, 100, 1_000, 10_000), random);
    }

    /** Somewhere within: alone, cut off, too long, a surrogate. */
    private static byte[] invalidUtf8(String json, RandomGenerator random) {
        byte[][] wrong = {
            {(byte) 0xff},
            {(byte) 0xc0, (byte) 0xaf},
            {(byte) 0xe2, (byte) 0x82},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0x80}
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = json.lastIndexOf('"');
        out.writeBytes(bytes(json.substring(0, at)));
        out.writeBytes(wrong[random.nextInt(wrong.length)]);
        out.writeBytes(bytes(json.substring(at)));
        return out.toByteArray();
    }

    private static JsonNode value(RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0 -> JSON.numberNode(random.nextLong());
            case 1 -> JSON.numberNode(random.nextInt(-5, 5));
            case 2 -> JSON.numberNode(new java.math.BigDecimal("1e" + random.nextInt(-400, 400)));
            case 3 -> JSON.booleanNode(random.nextBoolean());
            case 4 ->
                JSON.objectNode().put("value", HostileTexts.number(random)).put("unit", HostileTexts.any(random));
            case 5 -> array(random);
            case 6 -> JSON.objectNode().set(HostileTexts.any(random), JSON.arrayNode());
            case 7 -> JSON.stringNode("\uD800");
            default -> JSON.stringNode(HostileTexts.any(random));
        };
    }

    private static ArrayNode array(RandomGenerator random) {
        ArrayNode array = JSON.arrayNode();
        int size = HostileTexts.of(List.of(0, 1, 3, 2_000), random);
        for (int i = 0; i < size; i++) {
            array.add(i);
        }
        return array;
    }

    private static ObjectNode anyObject(ObjectNode root, RandomGenerator random) {
        List<ObjectNode> all = new ArrayList<>();
        collect(root, all);
        return HostileTexts.of(all, random);
    }

    private static void collect(JsonNode node, List<ObjectNode> all) {
        if (node instanceof ObjectNode object) {
            all.add(object);
        }
        node.forEach(each -> collect(each, all));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
