package org.nestledger.query.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list that is read in pages. A page begins after the key and id of the last entry before it, not at a number of
 * entries, so entries that appear meanwhile neither repeat nor hide others.
 */
public final class Listing<T> {

    private final String rows;
    private final Map<String, Sort> sorts;
    private final RowMapper<T> mapper;

    /**
     * @param rows a query whose rows have a column {@code id}; it names tables as {@link Dates#in} says
     * @param sorts by name, besides {@code id}
     */
    public Listing(String rows, Map<String, Sort> sorts, RowMapper<T> mapper) {
        this.rows = rows;
        this.sorts = new TreeMap<>(sorts);
        this.sorts.put("id", Sort.text("id"));
        this.mapper = mapper;
    }

    private record Keyed<T>(T item, String key, String id) {}

    public Page<T> page(JdbcClient database, Dates dates, Criteria criteria, PageRequest request) {
        String field = request.sort() == null ? "id" : request.sort();
        boolean descending = field.startsWith("-");
        Sort sort = sort(descending ? field.substring(1) : field);
        if (request.after() == null) {
            return page(database, dates, criteria, request, sort, descending);
        }
        after(criteria, sort, descending, request.after());
        try {
            return page(database, dates, criteria, request, sort, descending);
        } catch (DataIntegrityViolationException keyOfAnotherType) {
            throw noCursor(request.after());
        }
    }

    private Page<T> page(
            JdbcClient database, Dates dates, Criteria criteria, PageRequest request, Sort sort, boolean descending) {
        String order = descending ? " desc" : "";
        List<Keyed<T>> found = database.sql(
                        dates.in("select q.*, (" + sort.expression() + ")::text as sort_key from (" + rows
                                + ") q where " + criteria.sql() + " order by " + sort.expression() + order
                                + ", q.id collate \"C\"" + order + " limit :limit"))
                .params(dates.parameters())
                .params(criteria.values())
                .param("limit", request.limit() + 1)
                .query((row, n) -> new Keyed<>(mapper.mapRow(row, n), row.getString("sort_key"), row.getString("id")))
                .list();
        return cut(found, request.limit());
    }

    /** The entries that fulfil the criteria, by id. */
    public List<T> all(JdbcClient database, Dates dates, Criteria criteria) {
        return database.sql(dates.in(
                        "select q.* from (" + rows + ") q where " + criteria.sql() + " order by q.id collate \"C\""))
                .params(dates.parameters())
                .params(criteria.values())
                .query(mapper)
                .list();
    }

    private Sort sort(String field) {
        Sort sort = sorts.get(field);
        if (sort == null) {
            throw new InvalidPageRequest("this list is not sorted by \"" + field + "\"; use one of "
                    + String.join(", ", sorts.keySet()) + ", with a minus sign for descending");
        }
        return sort;
    }

    private static void after(Criteria criteria, Sort sort, boolean descending, String cursor) {
        String[] keys = decode(cursor);
        String condition = "(" + sort.expression() + ", q.id collate \"C\") " + (descending ? "<" : ">")
                + " (cast(:after_key as " + sort.type() + "), :after_id)";
        criteria.with(condition, "after_key", keys[0]).with("true", "after_id", keys[1]);
    }

    private static <T> Page<T> cut(List<Keyed<T>> found, int limit) {
        List<T> items = new ArrayList<>();
        for (Keyed<T> keyed : found.subList(0, Math.min(limit, found.size()))) {
            items.add(keyed.item());
        }
        return new Page<>(items, found.size() > limit ? cursor(found.get(limit - 1)) : null);
    }

    private static String cursor(Keyed<?> last) {
        byte[] text = (last.id() + "\n" + last.key()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static String[] decode(@Nullable String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            if (end > 0) {
                return new String[] {text.substring(end + 1), text.substring(0, end)};
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, as any other text that this list never handed out
        }
        throw noCursor(cursor);
    }

    private static InvalidPageRequest noCursor(@Nullable String cursor) {
        return new InvalidPageRequest("\"" + cursor + "\" is not a cursor of this list; take it from the page before");
    }
}
