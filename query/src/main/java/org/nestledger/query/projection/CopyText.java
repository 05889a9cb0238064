package org.nestledger.query.projection;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in the text format of {@code COPY}. */
final class CopyText {

    private CopyText() {}

    /** @param columns may have casts, which copying does without */
    static String statement(String table, List<String> columns) {
        return "copy " + table + " ("
                + columns.stream()
                        .map(column -> column.replaceFirst("::.*", ""))
                        .collect(Collectors.joining(", "))
                + ") from stdin";
    }

    /** Sends rows; returns how many they were. */
    static long send(String statement, StringBuilder rows, Connection connection) throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(statement, new StringReader(rows.toString()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

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
            case LocalDate day -> append(day, out);
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

    /** PostgreSQL takes years of more than four digits without a sign. */
    private static void append(LocalDate day, StringBuilder out) {
        String text = day.toString();
        out.append(text, text.charAt(0) == '+' ? 1 : 0, text.length());
    }

    private static void escape(String text, StringBuilder out) {
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = escaped(text.charAt(i));
            if (escaped != null) {
                out.append(text, plain, i).append(escaped);
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length());
    }

    private static @Nullable String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }
}
