package org.nestledger.core.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The migrations of a schema, in the order of their numbers.
 *
 * @param files named {@code V1__what_it_makes.sql}
 */
record MigrationFiles(List<MigrationFile> files) {

    private static final Pattern NAME = Pattern.compile("V([0-9]+)__\\w+\\.sql");

    MigrationFiles {
        files = List.copyOf(files);
    }

    /**
     * Reads them.
     *
     * @param folder of the class path that holds them, such as {@code org/nestledger/core/migration}; whatever has another
     *     name there is none of them
     */
    static MigrationFiles in(ClassLoader loader, String folder) {
        try {
            URL found = loader.getResource(folder + "/");
            if (found == null) {
                throw new IllegalArgumentException("there is no " + folder + " on the class path");
            }
            return new MigrationFiles(names(found).stream()
                    .map(NAME::matcher)
                    .filter(Matcher::matches)
                    .map(name -> new MigrationFile(
                            Integer.parseInt(name.group(1)), name.group(), text(loader, folder + "/" + name.group())))
                    .sorted()
                    .toList());
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the migrations in " + folder + " cannot be listed", unreadable);
        }
    }

    private static List<String> names(URL folder) throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            String prefix = jar.getEntryName();
            return jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .toList();
        }
        URI directory = folder.toURI();
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String text(ClassLoader loader, String name) {
        try (InputStream stream = loader.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is listed and cannot be found");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The number of the last one. */
    int last() {
        return files.getLast().number();
    }

    /** The same under their names, with other texts. */
    MigrationFiles rewritten(UnaryOperator<String> rewriting) {
        return new MigrationFiles(files.stream()
                .map(file -> new MigrationFile(file.number(), file.name(), rewriting.apply(file.text())))
                .toList());
    }
}
