package org.nestledger.api.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.exchange.Lines.Line;

/**
 * The records of a separated file. A quoted cell may hold line breaks; a quote that was never closed costs its own row
 * and not the ones behind it.
 */
final class Records {

    /** A cell of more lines than these is a forgotten quote. */
    private static final int MAX_LINES = 200;

    /** A record as it stands in the file, {@code line} being the one it starts on. */
    sealed interface Row {
        long line();
    }

    record Cells(long line, List<String> cells) implements Row {
        Cells {
            cells = List.copyOf(cells);
        }
    }

    /** What stands there cannot be told apart into cells. */
    record Broken(long line, String reason) implements Row {}

    private final Lines lines;
    private final char separator;
    private final int width;

    /** @param width how many cells a record has */
    Records(Lines lines, char separator, int width) {
        this.lines = lines;
        this.separator = separator;
        this.width = width;
    }

    /** The text of the first record that is not blank, which holds the headings; null when there is none. */
    static @Nullable Line first(Lines lines) {
        Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        if (line == null || !quoteOpen(line.text())) {
            return line;
        }
        List<Line> joined = joinable(lines, line);
        return joined.isEmpty() ? line : new Line(line.number(), text(line, joined), line.cut());
    }

    /** The next record that holds anything, or null after the last one. */
    @Nullable
    Row next() {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.cut()) {
                return new Broken(line.number(), "the row is longer than " + Lines.MAX_LENGTH + " characters");
            }
            Row row = quoteOpen(line.text()) ? joined(line) : alone(line);
            if (!(row instanceof Cells cells) || !cells.cells().stream().allMatch(String::isBlank)) {
                return row;
            }
        }
        return null;
    }

    private Row joined(Line line) {
        List<Line> more = joinable(lines, line);
        if (!more.isEmpty()) {
            List<String> cells = split(text(line, more), separator);
            if (cells != null && cells.size() == width && !swallows(line, more)) {
                return new Cells(line.number(), cells);
            }
            more.reversed().forEach(lines::giveBack);
        }
        return alone(line);
    }

    /** Whether a line that was joined is a whole record of its own, so that the quote before it was a stray one. */
    private boolean swallows(Line first, List<Line> more) {
        boolean opensInFirstCell = rawSplit(first.text()).getFirst().contains("\"");
        for (int i = 0; i < more.size(); i++) {
            boolean last = i == more.size() - 1;
            if (rawSplit(more.get(i).text()).size() == width && !(last && opensInFirstCell)) {
                return true;
            }
        }
        return false;
    }

    private Row alone(Line line) {
        List<String> cells = split(line.text(), separator);
        // Where quotes make no sense as quotes, they are part of the text.
        cells = cells == null ? rawSplit(line.text()) : new ArrayList<>(cells);
        while (cells.size() > width && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        if (cells.size() == width || cells.stream().allMatch(String::isBlank)) {
            return new Cells(line.number(), cells);
        }
        return new Broken(
                line.number(),
                "the row has " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + " under " + width
                        + " headings, or a quote in it is not closed");
    }

    /** The cells of one record, or null when this is not exactly one record. */
    static @Nullable List<String> split(String text, char separator) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(MAX_LINES * Lines.MAX_LENGTH)
                    .ofSingleCsvRecord(text)
                    .getFields();
        } catch (CsvParseException notOneRecord) {
            return null;
        }
    }

    private List<String> rawSplit(String text) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            cells.add(text.substring(start, end));
            start = end + 1;
        }
        cells.add(text.substring(start));
        return cells;
    }

    /** The following lines up to the one that closes the quote; none, and all given back, when nothing closes it. */
    private static List<Line> joinable(Lines lines, Line first) {
        List<Line> more = new ArrayList<>();
        long length = first.text().length();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            more.add(line);
            length += line.text().length();
            if (line.cut() || length > Lines.MAX_LENGTH || more.size() > MAX_LINES) {
                break;
            }
            if (quoteOpen(line.text())) {
                return more;
            }
        }
        more.reversed().forEach(lines::giveBack);
        return List.of();
    }

    private static String text(Line first, List<Line> more) {
        StringBuilder text = new StringBuilder(first.text());
        more.forEach(line -> text.append('\n').append(line.text()));
        return text.toString();
    }

    /** Whether the line opens a quote that it does not close, or closes one that it did not open. */
    private static boolean quoteOpen(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }
}
