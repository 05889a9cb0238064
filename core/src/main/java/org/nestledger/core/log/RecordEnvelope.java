package org.nestledger.core.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The members of a record, read in one pass. Its data is only passed over: how to read it, the type tells, which comes later. */
final class RecordEnvelope {

    /** It detects no members that stand twice: those of the record and its metadata are looked at here, its data by the codec. */
    private static final JsonMapper JSON = JsonMapper.shared();

    private final byte[] record;
    private final Set<String> seen = new HashSet<>();
    private int dataFrom = -1;
    private int dataTo;
    private @Nullable String id;
    private @Nullable Map<String, String> metadata;
    private @Nullable List<String> tags;
    private @Nullable String time;
    private @Nullable String type;
    private int version;
    private boolean versioned;

    private RecordEnvelope(byte[] record) {
        this.record = record;
    }

    /**
     * Reads a record.
     *
     * @throws RuntimeException when it is malformed or lacks a member; the message says what is wrong
     */
    static RecordEnvelope parse(byte[] record) {
        RecordEnvelope envelope = new RecordEnvelope(record);
        try (JsonParser parser = JSON.createParser(record)) {
            expect(parser.nextToken(), JsonToken.START_OBJECT, "the record");
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                envelope.member(parser, name);
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new IllegalArgumentException("the record goes on after its end");
            }
        }
        return envelope;
    }

    private void member(JsonParser parser, String name) {
        if (!seen.add(name)) {
            throw twice(name);
        }
        switch (name) {
            case "data" -> {
                dataFrom = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                dataTo = (int) parser.currentLocation().getByteOffset();
            }
            case "id" -> id = string(parser, name);
            case "metadata" -> metadata = strings(parser, name);
            case "tags" -> tags = list(parser, name);
            case "time" -> time = string(parser, name);
            case "type" -> type = string(parser, name);
            case "v" -> {
                expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, name);
                version = parser.getIntValue();
                versioned = true;
            }
            default -> parser.skipChildren();
        }
    }

    String id() {
        return present(id, "id");
    }

    Map<String, String> metadata() {
        return present(metadata, "metadata");
    }

    List<String> tags() {
        return present(tags, "tags");
    }

    Instant time() {
        return Micros.parse(present(time, "time"));
    }

    String type() {
        return present(type, "type");
    }

    int version() {
        if (!versioned) {
            throw missing("v");
        }
        return version;
    }

    /** What the codec makes of the data. */
    Object payload(PayloadCodec codec) {
        if (dataFrom < 0) {
            throw missing("data");
        }
        return codec.decode(type(), version(), record, dataFrom, dataTo - dataFrom);
    }

    private static <T> T present(@Nullable T member, String name) {
        if (member == null) {
            throw missing(name);
        }
        return member;
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("the record has no member \"" + name + "\"");
    }

    private static IllegalArgumentException twice(String name) {
        return new IllegalArgumentException("the member \"" + name + "\" stands twice");
    }

    private static String string(JsonParser parser, String name) {
        expect(parser.currentToken(), JsonToken.VALUE_STRING, name);
        return parser.getString();
    }

    private static List<String> list(JsonParser parser, String name) {
        expect(parser.currentToken(), JsonToken.START_ARRAY, name);
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(string(parser, name));
        }
        return List.copyOf(values);
    }

    private static Map<String, String> strings(JsonParser parser, String name) {
        expect(parser.currentToken(), JsonToken.START_OBJECT, name);
        Map<String, String> values = new HashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            parser.nextToken();
            if (values.put(key, string(parser, name)) != null) {
                throw twice(key);
            }
        }
        return Map.copyOf(values);
    }

    private static void expect(@Nullable JsonToken found, JsonToken expected, String name) {
        if (found != expected) {
            throw new IllegalArgumentException("\"%s\" is %s, not %s".formatted(name, found, expected));
        }
    }
}
