package org.nestledger.query.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In which order a list is read: by some fields, and where these are equal by id, so that the order is total.
 *
 * @param keys the columns of the fields and, last, those of the id
 */
record Order(List<Key> keys) {

    /** A column of a field, and whether it goes down. */
    record Key(String name, Sort sort, boolean descending) {

        private String sql() {
            return sort.expression() + (descending ? " desc" : "");
        }

        private String operator() {
            return descending ? "<" : ">";
        }
    }

    static final String ID = "id";

    /**
     * The order that is stated, such as {@code stage,-introducedOn}.
     *
     * @param sorts the columns of the list's fields by name, the id among them
     * @throws InvalidPageRequest with the fields that there are
     */
    static Order stated(String stated, Map<String, List<Sort>> sorts) {
        List<Key> keys = new ArrayList<>();
        for (String field : stated.split(",", -1)) {
            boolean descending = field.startsWith("-");
            String name = descending ? field.substring(1) : field;
            List<Sort> columns = sorts.get(name);
            if (columns == null) {
                throw new InvalidPageRequest("this list is not sorted by \"" + name + "\"; use one or several of "
                        + String.join(", ", sorts.keySet())
                        + ", separated by commas, each with a minus sign for descending");
            }
            if (keys.stream().anyMatch(key -> key.name().equals(name))) {
                throw new InvalidPageRequest("the list is sorted by \"" + name + "\" twice; state it once");
            }
            columns.forEach(column -> keys.add(new Key(name, column, descending)));
        }
        if (keys.stream().noneMatch(key -> key.name().equals(ID))) {
            boolean descending = keys.getLast().descending();
            Objects.requireNonNull(sorts.get(ID)).forEach(column -> keys.add(new Key(ID, column, descending)));
        }
        return new Order(List.copyOf(keys));
    }

    /** What is selected of each row, so that a page can begin after it. */
    String selected() {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> "(" + keys.get(i).sort().expression() + ")::text as " + column(i))
                .collect(Collectors.joining(", "));
    }

    static String column(int key) {
        return "sort_key_" + key;
    }

    String orderBy() {
        return keys.stream().map(Key::sql).collect(Collectors.joining(", "));
    }

    /** The rows after one with these values: the parameters are {@code after_0} and so on. */
    String after() {
        boolean alike = keys.stream().map(Key::descending).distinct().count() == 1;
        return alike ? afterAlike() : afterMixed();
    }

    /** One comparison of rows, which an index can answer. */
    private String afterAlike() {
        return "("
                + keys.stream().map(key -> key.sort().expression()).collect(Collectors.joining(", ")) + ") "
                + keys.getFirst().operator() + " ("
                + IntStream.range(0, keys.size()).mapToObj(this::value).collect(Collectors.joining(", ")) + ")";
    }

    /** Fields that go up and others that go down: equal in the first so many, after it in the next. */
    private String afterMixed() {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<String> all = new ArrayList<>();
            for (int equal = 0; equal < i; equal++) {
                all.add(keys.get(equal).sort().expression() + " = " + value(equal));
            }
            all.add(keys.get(i).sort().expression() + " " + keys.get(i).operator() + " " + value(i));
            cases.add("(" + String.join(" and ", all) + ")");
        }
        return "(" + String.join(" or ", cases) + ")";
    }

    private String value(int key) {
        return "cast(:" + parameter(key) + " as " + keys.get(key).sort().type() + ")";
    }

    static String parameter(int key) {
        return "after_" + key;
    }
}
