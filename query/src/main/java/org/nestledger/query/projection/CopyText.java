package org.nestledger.query.projection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of {@code COPY}. */
final class CopyText {

    private CopyText() {}

    static void append(@Nullable Object[] row, StringBuilder out) {
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                out.append('\t');
            }
            append(row[i], out);
        }
        out.append('\n');
    }

    private static void append(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("\\N");
            case String text -> escape(text, out);
            case Long number -> out.append(number.longValue());
            case Integer number -> out.append(number.intValue());
            case Boolean is -> out.append(is ? 't' : 'f');
            case LocalDate day -> out.append(day.toString().replaceFirst("^\\+", ""));
            case OffsetDateTime instant -> out.append(instant);
            case String[] texts -> escape(array(texts), out);
            default ->
                throw new IllegalArgumentException(
                        "no column is a " + value.getClass().getName());
        }
    }

    private static String array(String[] texts) {
        StringBuilder array = new StringBuilder("{");
        for (String text : texts) {
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }
}
