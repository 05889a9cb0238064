package org.nestledger.query.projection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The indexes and keys of the tables that are filled: taken away before, made again after. */
final class Indexes {

    private static final String DEFINED = """
            select t.relname as table, c.relname as index, pg_get_indexdef(i.indexrelid) as definition, k.contype::text
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_class t on t.oid = i.indrelid
            join pg_namespace n on n.oid = t.relnamespace
            left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u')
            where n.nspname = ?
            order by t.relname, c.relname
            """;

    private static final String MEMORY =
            "set local maintenance_work_mem = '128MB'; set local synchronous_commit = off; ";

    private final List<Index> all;
    private final Schema schema;

    /**
     * One index.
     *
     * @param constraint p when it is that of the primary key, u of another key, null of none
     */
    private record Index(
            String table,
            String name,
            String definition,
            @Nullable String constraint) {}

    private Indexes(List<Index> all, Schema schema) {
        this.all = List.copyOf(all);
        this.schema = schema;
    }

    /** Takes the indexes of these tables away. */
    static Indexes takenFrom(JdbcTemplate database, Schema schema, Set<String> tables) {
        List<Index> all = new ArrayList<>();
        database.query(
                DEFINED,
                row -> {
                    Index index = new Index(
                            row.getString("table"),
                            row.getString("index"),
                            row.getString("definition"),
                            row.getString(4));
                    if (tables.contains("read." + index.table())) {
                        all.add(index);
                    }
                },
                schema.schema());
        String taken = all.stream()
                .map(index -> schema.in(
                        index.constraint == null
                                ? "drop index read." + index.name
                                : "alter table read." + index.table + " drop constraint " + index.name))
                .collect(Collectors.joining("; "));
        database.execute(taken);
        return new Indexes(all, schema);
    }

    int count() {
        return all.size();
    }

    /** Makes those again that are of these tables, several at a time. */
    void makeAgain(DataSource dataSource, Set<String> tables, Runnable made) throws SQLException {
        List<Index> wanted = all.stream()
                .filter(index -> tables.contains("read." + index.table))
                .toList();
        Threads.each(wanted, dataSource, (index, database) -> {
            database.execute(MEMORY + index.definition);
            made.run();
        });
        String constraints = wanted.stream()
                .filter(index -> index.constraint != null)
                .map(index -> schema.in("alter table read." + index.table + " add constraint " + index.name
                        + ("p".equals(index.constraint) ? " primary key" : " unique") + " using index " + index.name))
                .collect(Collectors.joining("; "));
        if (!constraints.isEmpty()) {
            new JdbcTemplate(dataSource).execute(constraints);
        }
    }
}
