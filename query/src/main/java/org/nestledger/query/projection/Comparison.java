package org.nestledger.query.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Compares tables of the live schema with those of the new one, within one snapshot.
 *
 * <p>The digest of a table is the number of its rows and two sums over them of eight bytes of each row's SHA-256: rows have no
 * order, and each counts. Only tables whose digests differ are compared row by row.
 */
final class Comparison {

    /** How many differing rows are named. */
    static final int NAMED = 20;

    private static final String SHAPE = """
            select string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' order by attnum)
            from pg_attribute
            where attrelid = to_regclass(?) and attnum > 0 and not attisdropped
            """;

    private final JdbcOperations database;
    private final MessageDigest digest = sha256();
    private final List<Difference> first = new ArrayList<>();
    private long differences;

    Comparison(JdbcOperations database) {
        this.database = database;
    }

    /** Compares these tables. */
    Compared run(long position, List<String> tables, Set<String> changed, LongConsumer compared) {
        // The text of a row must not depend on who asks.
        database.execute("set local timezone = 'UTC'; set local datestyle = 'ISO'; set local work_mem = '64MB'");
        long done = 0;
        for (String table : tables) {
            compare(table);
            compared.accept(++done);
        }
        String hex = HexFormat.of().formatHex(digest.digest());
        return new Compared(position, tables.size(), hex, differences, first, changed);
    }

    /** Notes a difference that is not one of rows. */
    void note(Difference difference) {
        differences++;
        first.add(difference);
    }

    private void compare(String table) {
        String anew = digest(Schema.NEXT.in(table));
        digest.update((table + " " + anew + "\n").getBytes(StandardCharsets.UTF_8));
        @Nullable String live = shape(table);
        if (live == null) {
            note(new Difference(table, "", "there is no such table"));
        } else if (!live.equals(shape(Schema.NEXT.in(table)))) {
            note(new Difference(table, "", "it has other columns: " + live));
        } else if (!digest(table).equals(anew)) {
            RowDifferences rows = RowDifferences.of(database, table, NAMED - Math.min(NAMED, first.size()));
            differences += rows.count();
            first.addAll(rows.named());
        }
    }

    private @Nullable String shape(String table) {
        return database.queryForObject(SHAPE, String.class, table);
    }

    private String digest(String table) {
        String sql = """
                select count(*) || ' ' || coalesce(sum(substring(hash from 1 for 8)::bigint), 0)
                       || ' ' || coalesce(sum(substring(hash from 9 for 8)::bigint), 0)
                from (select sha256(convert_to(t::text, 'UTF8')) as hash from %s t) rows
                """.formatted(table);
        return String.valueOf(database.queryForObject(sql, String.class));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
