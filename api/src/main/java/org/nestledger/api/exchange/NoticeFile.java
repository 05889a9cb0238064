package org.nestledger.api.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.exchange.landchina.Headings;
import org.nestledger.api.exchange.landchina.NoticeReader;
import org.nestledger.api.exchange.landchina.UnusableHeadings;

/** Land supply notices in a separated file, a notice a row under headings. */
final class NoticeFile implements SourceFile {

    private static final char[] SEPARATORS = {',', '\t', '|'};

    private final TextFile text;
    private final char separator;
    private final Headings headings;
    private final @Nullable String zone;

    private NoticeFile(TextFile text, char separator, Headings headings, @Nullable String zone) {
        this.text = text;
        this.separator = separator;
        this.headings = headings;
        this.zone = zone;
    }

    /**
     * The file, when its first line has the headings of notices.
     *
     * @param guessed whether nobody said that these are notices
     */
    static NoticeFile of(TextFile text, Lines.Line first, boolean guessed, @Nullable String zone) {
        char separator = SEPARATORS[0];
        for (char candidate : SEPARATORS) {
            if (Headings.known(titles(first, candidate)) > Headings.known(titles(first, separator))) {
                separator = candidate;
            }
        }
        List<String> titles = titles(first, separator);
        if (guessed && !Headings.recognised(titles)) {
            throw new UnreadableFile(
                    text.path(),
                    "is neither a file of commands (one JSON object a line) nor a table under the headings of land"
                            + " supply notices: say which with --format=commands or --format=landchina");
        }
        try {
            NoticeFile file = new NoticeFile(text, separator, Headings.of(titles), zone);
            file.refuseContradictions();
            return file;
        } catch (UnusableHeadings unusable) {
            throw new UnreadableFile(text.path(), Text.oneLine(String.valueOf(unusable.getMessage())));
        }
    }

    @Override
    public Path path() {
        return text.path();
    }

    @Override
    public long lines() {
        return text.lines();
    }

    @Override
    public List<String> warnings() {
        return headings.unknown().isEmpty()
                ? List.of()
                : List.of("the import leaves out the columns " + String.join(", ", headings.unknown()));
    }

    @Override
    public void importInto(Gateway gateway, Consumer<RowOutcome> outcomes) {
        try (Lines lines = text.open();
                NoticeImport rows = new NoticeImport(gateway, new NoticeReader(headings, zone), outcomes)) {
            Records records = records(lines);
            for (Records.Row row = records.next(); row != null; row = records.next()) {
                if (!(row instanceof Records.Cells cells) || !headings.repeatedBy(cells.cells())) {
                    rows.take(row);
                }
            }
            rows.finish();
        }
    }

    /** Which of two columns with one heading holds the truth cannot be known, so such a file is not begun. */
    private void refuseContradictions() {
        if (!headings.repeated()) {
            return;
        }
        try (Lines lines = text.open()) {
            Records records = records(lines);
            for (Records.Row row = records.next(); row != null; row = records.next()) {
                String title = row instanceof Records.Cells cells && !headings.repeatedBy(cells.cells())
                        ? headings.contradiction(cells.cells())
                        : null;
                if (title != null) {
                    throw new UnreadableFile(
                            text.path(),
                            "has the heading " + Text.oneLine(title) + " more than once, with different content in row "
                                    + row.line() + ": leave only the right column");
                }
            }
        }
    }

    private Records records(Lines lines) {
        Records.first(lines);
        return new Records(lines, separator, headings.width());
    }

    private static List<String> titles(Lines.Line first, char separator) {
        List<String> titles = Records.split(first.text(), separator);
        return titles == null ? List.of() : titles;
    }
}
