package org.nestledger.api.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The refusals as a CSV file, written when there are any. A list of an earlier import is replaced or, when nothing was
 * refused this time, removed; any other file is left alone.
 */
final class RefusalFile implements AutoCloseable {

    private static final String HEADINGS = "file,row,field,code,reason,remedy,value";

    private final Path path;
    private @Nullable CsvWriter writer;

    private RefusalFile(Path path) {
        this.path = path;
    }

    /** The list at this path; {@link UnreadableFile} when something else is there. */
    static RefusalFile at(Path path) {
        if (Files.exists(path) && !replaceable(path)) {
            throw new UnreadableFile(
                    path, "is not a list of refusals and will not be overwritten: name another file with --refusals");
        }
        return new RefusalFile(path);
    }

    /** Where the refusals of a file are listed when nobody says. */
    static Path beside(Path input) {
        return input.resolveSibling(input.getFileName() + ".refusals.csv");
    }

    Path path() {
        return path;
    }

    boolean written() {
        return writer != null;
    }

    void add(Path input, RowRefusal refusal) throws IOException {
        CsvWriter to = writer;
        if (to == null) {
            to = CsvWriter.builder().build(path, StandardCharsets.UTF_8);
            to.writeRecord(HEADINGS.split(",", -1));
            writer = to;
        }
        to.writeRecord(
                String.valueOf(input.getFileName()),
                Long.toString(refusal.row()),
                harmless(refusal.field()),
                refusal.code().name(),
                harmless(refusal.reason()),
                harmless(refusal.remedy()),
                refusal.value() == null ? "" : harmless(refusal.value()));
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        } else if (Files.exists(path) && replaceable(path)) {
            Files.delete(path);
        }
    }

    private static boolean replaceable(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (Lines lines = TextFile.of(path).open()) {
            Lines.Line first = lines.next();
            return first == null || first.text().equals(HEADINGS);
        } catch (UnreadableFile otherwise) {
            return false;
        }
    }

    /** Spreadsheets run what begins like a formula, and the file that was imported may come from anyone. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
