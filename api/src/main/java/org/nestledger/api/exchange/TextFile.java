package org.nestledger.api.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/** A file that holds text. It is read twice or more and must not change meanwhile. */
record TextFile(Path path, Encoding encoding) {

    private static final int LOOK = 8_192;

    /** What files begin with that are taken for tables but hold no text. */
    private static final Map<String, String> OTHERS = Map.of(
            "504b0304", "an Excel workbook or another zip archive: save the sheet as CSV (UTF-8) and import that",
            "d0cf11e0", "an old Excel workbook: save the sheet as CSV (UTF-8) and import that",
            "1f8b", "compressed: unpack it with gunzip and import what is inside",
            "25504446", "a PDF document: import the table it was made from");

    /** The file, when it holds text. Where a place cannot be decoded, the text has U+FFFD. */
    static TextFile of(Path path) {
        if (!Files.exists(path)) {
            throw new UnreadableFile(path, "does not exist: check the name");
        }
        if (Files.isDirectory(path)) {
            throw new UnreadableFile(path, "is a directory: name the files in it");
        }
        if (!Files.isRegularFile(path)) {
            throw new UnreadableFile(path, "is not an ordinary file: save what it yields to a file and import that");
        }
        try {
            Encoding encoding = Encoding.of(path);
            refuseBinary(path, encoding);
            return new TextFile(path, encoding);
        } catch (IOException problem) {
            throw unreadable(path, problem);
        }
    }

    static UnreadableFile unreadable(Path path, IOException problem) {
        return new UnreadableFile(
                path, "cannot be read (" + problem.getClass().getSimpleName() + "): check its permissions");
    }

    /** Its lines from the beginning. */
    Lines open() {
        try {
            InputStream in = Files.newInputStream(path);
            in.skipNBytes(encoding.markLength());
            var decoder = encoding.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
            return new Lines(path, new BufferedReader(new InputStreamReader(in, decoder)));
        } catch (IOException problem) {
            throw unreadable(path, problem);
        }
    }

    /** How many lines it has. */
    long lines() {
        try (Lines lines = open()) {
            long count = 0;
            while (lines.next() != null) {
                count++;
            }
            return count;
        }
    }

    private static void refuseBinary(Path path, Encoding encoding) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(LOOK);
        }
        String hex = HexFormat.of().formatHex(start, 0, Math.min(start.length, 4));
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (hex.startsWith(other.getKey())) {
                throw new UnreadableFile(path, "is " + other.getValue());
            }
        }
        // UTF-16 has zero bytes, but says by its mark that it is text.
        boolean zeroes = false;
        for (byte b : start) {
            zeroes |= b == 0;
        }
        if (zeroes && !encoding.charset().name().startsWith("UTF-16")) {
            throw new UnreadableFile(path, "is binary, not text: import a CSV file or a file of commands");
        }
    }
}
