package org.nestledger.api.exchange;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What kinds of files can be imported. */
public enum ImportFormat {
    LANDCHINA,
    COMMANDS;

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no format \"" + name + "\"; use "
                        + Arrays.stream(values()).map(ImportFormat::toString).collect(Collectors.joining(" or "))));
    }

    /**
     * The file, read so far that its format is sure.
     *
     * @param format what it is said to be; recognised when absent
     * @param zone overrides the zone of notices
     */
    static SourceFile open(Path path, @Nullable ImportFormat format, @Nullable String zone) {
        TextFile text = TextFile.of(path);
        Lines.Line first;
        try (Lines lines = text.open()) {
            first = Records.first(lines);
        }
        if (first == null) {
            throw new UnreadableFile(path, "is empty: there is nothing to import");
        }
        boolean commands = format == null ? looksLikeCommands(path, first.text()) : format == COMMANDS;
        return commands ? new CommandFile(text, zone) : NoticeFile.of(text, first, format == null, zone);
    }

    private static boolean looksLikeCommands(Path path, String firstLine) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl")
                || name.endsWith(".ndjson")
                || firstLine.strip().startsWith("{");
    }
}
