package org.nestledger.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.ledger.LedgerJson;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.JsonNode;

/**
 * The rows in which a table of the live schema differs from that of the new one.
 *
 * @param count of all
 * @param named some of them, by their key
 */
record RowDifferences(long count, List<Difference> named) {

    private static final int LONGEST = 200;

    private static final String KEY = """
            select a.attname
            from pg_index i
            cross join unnest(i.indkey) with ordinality k (attnum, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
            where i.indrelid = ?::regclass and i.indisprimary
            order by k.place
            """;

    static RowDifferences of(JdbcOperations database, String table, int limit) {
        String anew = Schema.NEXT.in(table);
        List<String> key = database.queryForList(KEY, String.class, anew).stream()
                .map(String::valueOf)
                .toList();
        String sql = rows(table, anew, key, Math.max(1, limit));
        List<Difference> named = new ArrayList<>();
        long[] total = {0};
        database.query(sql, row -> {
            total[0] = row.getLong("total");
            if (named.size() < limit) {
                named.add(new Difference(table, row.getString("key"), what(row)));
            }
        });
        if (total[0] == 0) {
            // The digests differ all the same: a key occurs more than once.
            return new RowDifferences(1, List.of(new Difference(table, "", "rows are there more than once")));
        }
        return new RowDifferences(total[0], named);
    }

    private static String rows(String table, String anew, List<String> key, int limit) {
        String either = joined(key, "coalesce(l.%1$s, n.%1$s)", ", ");
        return """
                select count(*) over () as total, concat_ws(', ', %s) as key,
                       to_jsonb(l)::text as live, to_jsonb(n)::text as anew
                from %s l
                full join %s n on %s
                where l::text is distinct from n::text
                order by %s
                limit %d
                """.formatted(either, table, anew, joined(key, "l.%1$s = n.%1$s", " and "), either, limit);
    }

    private static String joined(List<String> key, String each, String by) {
        return key.stream().map(each::formatted).collect(Collectors.joining(by));
    }

    private static String what(ResultSet row) throws SQLException {
        @Nullable String live = row.getString("live");
        @Nullable String anew = row.getString("anew");
        String what = live == null
                ? "missing, the log gives " + anew
                : anew == null ? "not in the log: " + live : columns(live, anew);
        return what.length() <= LONGEST ? what : what.substring(0, LONGEST) + "…";
    }

    private static String columns(String live, String anew) {
        JsonNode is = LedgerJson.mapper().readTree(live);
        JsonNode should = LedgerJson.mapper().readTree(anew);
        return is.propertyNames().stream()
                .filter(column -> !is.path(column).equals(should.path(column)))
                .map(column -> column + " is " + is.path(column) + ", the log gives " + should.path(column))
                .collect(Collectors.joining("; "));
    }
}
