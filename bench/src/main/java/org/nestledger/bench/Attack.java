package org.nestledger.bench;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How an attack on the log ends: with a table of counts and, when something is wrong, with what it is. */
final class Attack {

    private static final int SHOWN = 20;

    private Attack() {}

    static List<String> row(String what, long count) {
        return List.of(what, String.format(Locale.ROOT, "%,d", count));
    }

    /**
     * Prints the end, and removes the files of the attack unless they are needed to see what went wrong.
     *
     * @return the exit status: 1 when there are violations
     */
    static int report(PrintWriter out, Path directory, long seed, List<List<String>> counts, List<String> violations)
            throws IOException {
        List<List<String>> rows = new ArrayList<>(counts);
        rows.add(row("VIOLATIONS", violations.size()));
        out.println("seed " + seed);
        out.println(AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                rows,
                List.of(
                        new Column()
                                .header("what")
                                .dataAlign(HorizontalAlign.LEFT)
                                .maxWidth(SHOWN * 4)
                                .with((List<String> row) -> row.getFirst()),
                        new Column()
                                .header("count")
                                .dataAlign(HorizontalAlign.RIGHT)
                                .with((List<String> row) -> row.getLast()))));
        violations.stream().limit(SHOWN).forEach(out::println);
        if (violations.isEmpty()) {
            delete(directory);
        } else {
            out.println("Everything that the processes wrote is in " + directory + ".");
        }
        out.flush();
        return violations.isEmpty() ? 0 : 1;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
