package org.nestledger.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no linter looks for in main sources: files that scroll twice, long methods, packages that say nothing. */
final class TidyRules {

    static final int FILE_LINES = 250;
    static final int METHOD_LINES = 40;
    /** A type, a name and an opening parenthesis, at the indentation of a member or of a nested one with a modifier. */
    private static final Pattern METHOD = Pattern.compile("(?: {4}| {8}(?:public|private|protected|static) )"
            + "(?!.*\\b(?:class|record|interface|enum|return|throw|new) )[\\w@][\\w@<>\\[\\], .?]* \\w+\\([^=;]*[^;}]");

    /** One of a long list of constants, which the formatter sets one a line. */
    private static final Pattern CONSTANT = Pattern.compile(" +[A-Z0-9_]+,");

    private TidyRules() {}

    static List<Path> sources(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Methods whose closing brace stands more than 39 lines below their first line. */
    static List<String> longMethods(Path file) {
        List<String> found = new ArrayList<>();
        List<String> lines = lines(file);
        for (int start = 0; start < lines.size(); start++) {
            String line = lines.get(start);
            int end = METHOD.matcher(line).matches()
                    ? lines.subList(start, lines.size()).indexOf(indentation(line) + "}")
                    : 0;
            long length = end < 0
                    ? 0
                    : lines.subList(start, start + end + 1).stream()
                            .filter(part -> !CONSTANT.matcher(part).matches())
                            .count();
            if (length > METHOD_LINES) {
                found.add(file + ":" + (start + 1) + " has " + length + " lines");
            }
        }
        return found;
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
