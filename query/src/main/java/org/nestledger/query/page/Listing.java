package org.nestledger.query.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list that is read in pages. A page begins after the keys and id of the last entry before it, not at a number of
 * entries, so entries that appear meanwhile neither repeat nor hide others.
 */
public final class Listing<T> {

    /** Never null, unlike other fields, and indexed as it is. */
    private static final Sort BY_ID = new Sort("q.id collate \"C\"", "text");

    private final List<String> parts;
    private final Map<String, List<Sort>> sorts = new TreeMap<>();
    private final RowMapper<T> mapper;

    /**
     * @param rows a query whose rows have a column {@code id}; it names tables as {@link Dates#in} says
     * @param sorts by name, besides {@code id}
     */
    public Listing(String rows, Map<String, Sort> sorts, RowMapper<T> mapper) {
        this(List.of(rows), List.of(BY_ID), sorts, mapper);
    }

    /**
     * A list of the rows of several queries. Each is put in order and cut by itself, so that it is read along an index which has
     * the columns of the id.
     *
     * @param parts the queries, whose columns are the same
     * @param id by what the list is sorted when it is sorted by {@code id}: different in any two rows
     */
    public Listing(List<String> parts, List<Sort> id, Map<String, Sort> sorts, RowMapper<T> mapper) {
        this.parts = List.copyOf(parts);
        this.mapper = mapper;
        sorts.forEach((name, sort) -> this.sorts.put(name, List.of(sort)));
        this.sorts.put(Order.ID, List.copyOf(id));
    }

    /** The fields by which the list can be sorted. */
    public Set<String> sorts() {
        return Set.copyOf(sorts.keySet());
    }

    private record Keyed<T>(T item, List<String> keys) {}

    public Page<T> page(JdbcClient database, Dates dates, Criteria criteria, PageRequest request) {
        Order order = Order.stated(request.sort() == null ? Order.ID : request.sort(), sorts);
        String question = question(order, criteria, dates);
        String after = request.after();
        if (after == null) {
            return page(database, dates, criteria, request, order, question);
        }
        List<String> keys = Cursor.parse(after, question, order.keys().size()).keys();
        criteria.with(order.after(), Order.parameter(0), keys.getFirst());
        for (int i = 1; i < keys.size(); i++) {
            criteria.with("true", Order.parameter(i), keys.get(i));
        }
        try {
            return page(database, dates, criteria, request, order, question);
        } catch (DataIntegrityViolationException keyOfAnotherType) {
            throw Cursor.none(after);
        }
    }

    /** The day is part of it; what is known is not, for it grows while a list is read. */
    private String question(Order order, Criteria criteria, Dates dates) {
        return Cursor.question(List.of(
                String.join(";", parts),
                order.orderBy(),
                criteria.stated(),
                new TreeMap<>(criteria.values()).toString(),
                dates.asOf().toString()));
    }

    private Page<T> page(
            JdbcClient database, Dates dates, Criteria criteria, PageRequest request, Order order, String question) {
        String cut = " order by " + order.orderBy() + " limit :limit";
        List<Keyed<T>> found = database.sql(dates.in(statement("q.*, " + order.selected(), criteria.sql(), cut)))
                .params(dates.parameters())
                .params(criteria.parameters())
                .param("limit", request.limit() + 1)
                .query((row, n) -> new Keyed<>(mapper.mapRow(row, n), keys(row, order)))
                .list();
        return cut(found, request.limit(), question);
    }

    private static List<String> keys(ResultSet row, Order order) throws SQLException {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < order.keys().size(); i++) {
            keys.add(row.getString(Order.column(i)));
        }
        return keys;
    }

    /** The entries that fulfil the criteria, by id. */
    public List<T> all(JdbcClient database, Dates dates, Criteria criteria) {
        String order = " order by " + Order.stated(Order.ID, sorts).orderBy();
        return database.sql(dates.in(statement("q.*", criteria.sql(), order)))
                .params(dates.parameters())
                .params(criteria.parameters())
                .query(mapper)
                .list();
    }

    private String statement(String selected, String where, String cut) {
        List<String> each = parts.stream()
                .map(rows -> "select " + selected + " from (" + rows + ") q where " + where + cut)
                .toList();
        return each.size() == 1
                ? each.getFirst()
                : "select q.* from ((" + String.join(") union all (", each) + ")) q" + cut;
    }

    private static <T> Page<T> cut(List<Keyed<T>> found, int limit, String question) {
        List<T> items = new ArrayList<>();
        for (Keyed<T> keyed : found.subList(0, Math.min(limit, found.size()))) {
            items.add(keyed.item());
        }
        return new Page<>(
                items,
                found.size() > limit ? new Cursor(question, found.get(limit - 1).keys()).text() : null);
    }
}
