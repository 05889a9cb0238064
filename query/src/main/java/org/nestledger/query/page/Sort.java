package org.nestledger.query.page;

/**
 * A field by which a list can be sorted.
 *
 * @param expression never null, or a row would be lost between two pages
 * @param type what a cursor's text is cast to
 */
public record Sort(String expression, String type) {

    private static final int COMPARED = 100;

    /**
     * By code point, so that the order does not depend on the server's locale; by the first {@value #COMPARED} of them, so
     * that a cursor is never long. What is alike in these is ordered by id.
     */
    public static Sort text(String column) {
        return new Sort("left(coalesce(q." + column + ", ''), " + COMPARED + ") collate \"C\"", "text");
    }

    /** Absent dates come last. */
    public static Sort date(String column) {
        return new Sort("coalesce(q." + column + ", 'infinity'::date)", "date");
    }

    /** Absent numbers come first. */
    public static Sort number(String column) {
        return new Sort("coalesce(q." + column + ", -1)::numeric", "numeric");
    }
}
