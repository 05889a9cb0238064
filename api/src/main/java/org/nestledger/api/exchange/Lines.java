package org.nestledger.api.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each with its number. A line is never held beyond {@link #MAX_LENGTH}, whatever the file holds. */
final class Lines implements AutoCloseable {

    /** Characters of a line that are kept. Neither a row nor a command that the ledger takes is nearly as long. */
    static final int MAX_LENGTH = 1_000_000;

    /** @param cut whether the line was longer than what is kept of it */
    record Line(long number, String text, boolean cut) {}

    private final Path path;
    private final BufferedReader reader;
    private final Deque<Line> returned = new ArrayDeque<>();
    private long number;
    private boolean afterCarriageReturn;

    Lines(Path path, BufferedReader reader) {
        this.path = path;
        this.reader = reader;
    }

    /** The next line, or null after the last one. */
    @Nullable
    Line next() {
        if (!returned.isEmpty()) {
            return returned.pop();
        }
        try {
            return read();
        } catch (IOException problem) {
            throw TextFile.unreadable(path, problem);
        }
    }

    /** Gives a line back, to be the next one. */
    void giveBack(Line line) {
        returned.push(line);
    }

    private @Nullable Line read() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        int c = reader.read();
        if (c == '\n' && afterCarriageReturn) {
            c = reader.read();
        }
        afterCarriageReturn = false;
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
            if (text.length() < MAX_LENGTH) {
                text.append((char) c);
            } else {
                cut = true;
            }
        }
        afterCarriageReturn = c == '\r';
        return new Line(++number, text.toString(), cut);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException problem) {
            throw TextFile.unreadable(path, problem);
        }
    }
}
