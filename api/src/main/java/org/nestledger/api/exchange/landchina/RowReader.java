package org.nestledger.api.exchange.landchina;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.measure.InvalidQuantity;

/** Reads the cells of one row by their meaning, and collects all that is wrong with them instead of stopping there. */
final class RowReader {

    private static final int QUOTED = 200;

    private final Headings headings;
    private final List<String> cells;
    private final List<Problem> problems = new ArrayList<>();

    RowReader(Headings headings, List<String> cells) {
        this.headings = headings;
        this.cells = cells;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** What is stated for this column, several times where several columns have its heading. */
    List<String> texts(Column column) {
        List<String> fit = new ArrayList<>();
        for (String text : headings.texts(column, cells)) {
            String unfit = Cell.unfit(text);
            if (unfit == null) {
                fit.add(text);
            } else {
                add(column, RefusalCode.INVALID_FIELD, unfit, "Correct the text.", null);
            }
        }
        return fit;
    }

    @Nullable
    String text(Column column) {
        List<String> texts = texts(column);
        return texts.isEmpty() ? null : texts.getFirst();
    }

    /** What the parser makes of the cell; null when the cell is empty or wrong. */
    <T> @Nullable T read(Column column, Function<String, ? extends @Nullable T> parser) {
        String text = text(column);
        return text == null ? null : parsed(column, text, () -> parser.apply(text));
    }

    /** As {@link #read}, and a problem when nothing is stated. */
    <T> @Nullable T require(Column column, Function<String, ? extends @Nullable T> parser) {
        T value = read(column, parser);
        if (value == null && problems.stream().noneMatch(p -> p.field().equals(headings.title(column)))) {
            missing(column, "is empty");
        }
        return value;
    }

    void missing(Column column, String reason) {
        add(column, RefusalCode.MISSING_FIELD, reason, "State it.", null);
    }

    /** What the parser makes of this text or of several cells, as a statement of this column. */
    <T> @Nullable T parsed(Column column, @Nullable String text, Parse<T> parser) {
        try {
            return parser.get();
        } catch (InvalidCell invalid) {
            add(column, RefusalCode.INVALID_FIELD, message(invalid), invalid.remedy(), text);
        } catch (InvalidQuantity invalid) {
            add(column, RefusalCode.INVALID_FIELD, "cannot be taken: " + message(invalid), "Correct the number.", text);
        }
        return null;
    }

    /** A supplier that may find nothing. */
    @FunctionalInterface
    interface Parse<T> {
        @Nullable
        T get();
    }

    private void add(Column column, RefusalCode code, String reason, String remedy, @Nullable String text) {
        Problem problem = new Problem(headings.title(column), code, reason, remedy, quotable(column, text));
        // A cell may be read for several purposes; what is wrong with it is told once.
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** A refusal shows what it refuses, unless that may be a person, whom a shifted row can put anywhere. */
    private static @Nullable String quotable(Column column, @Nullable String text) {
        boolean person =
                text != null && column != Column.METHOD && !Persons.among(text).isEmpty();
        if (text == null || column.mayNamePersons() || person) {
            return null;
        }
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    private static String message(RuntimeException problem) {
        return String.valueOf(problem.getMessage());
    }
}
