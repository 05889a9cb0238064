package org.nestledger.core.log;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;

/** Writes the few JSON forms a record's envelope needs, in the canonical form of RFC 8785 and in UTF-8. */
final class JsonText {

    private byte[] bytes;
    private int length;

    /** @param expected about how many bytes it will be */
    JsonText(int expected) {
        this.bytes = new byte[expected];
    }

    /** Writes ASCII text as it stands. */
    JsonText raw(String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** Writes JSON as it stands. */
    JsonText raw(byte[] json) {
        return raw(json, 0, json.length);
    }

    private JsonText raw(byte[] json, int offset, int count) {
        reserve(count);
        System.arraycopy(json, offset, bytes, length, count);
        length += count;
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }

    /**
     * Writes a string.
     *
     * @throws IllegalArgumentException when it holds half of a surrogate pair, which UTF-8 cannot express
     */
    JsonText string(String value) {
        return isPlain(value) ? raw("\"").raw(value).raw("\"") : escaped(value);
    }

    /** Whether it stands in JSON as it is, as nearly all do. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private JsonText escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            escape(value.charAt(i), escaped);
        }
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(escaped.append('"')));
            return raw(utf8.array(), utf8.arrayOffset(), utf8.remaining());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not valid Unicode: " + escaped, e);
        }
    }

    JsonText strings(List<String> values) {
        raw("[");
        for (Iterator<String> each = values.iterator(); each.hasNext(); ) {
            string(each.next()).raw(each.hasNext() ? "," : "");
        }
        return raw("]");
    }

    JsonText object(SortedMap<String, String> members) {
        raw("{");
        String separator = "";
        for (var member : members.entrySet()) {
            raw(separator).string(member.getKey()).raw(":").string(member.getValue());
            separator = ",";
        }
        return raw("}");
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
