package org.nestledger.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The bytes of every version of every event type, kept for ever, one file each, and what was noted of them when they
 * were first written: their hashes and their meanings.
 */
public record GoldenEvents(Path directory) {

    public static final GoldenEvents COMMITTED = new GoldenEvents(Path.of("src/test/resources/golden/events"));

    /** Files by name. */
    public Map<String, Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            Map<String, Path> byName = new TreeMap<>();
            files.forEach(file -> byName.put(file.getFileName().toString(), file));
            return byName;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String hash(Path file) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("every Java has SHA-256", impossible);
        }
    }

    /**
     * What differs from the notes, which are lines of a name, a space and a text.
     *
     * @param now what is to be noted of each file
     */
    public static List<String> differences(Map<String, String> now, Path notes) {
        Map<String, String> noted = new TreeMap<>();
        read(notes).lines().map(line -> line.split(" ", 2)).forEach(line -> noted.put(line[0], line[1]));
        TreeSet<String> names = new TreeSet<>(noted.keySet());
        names.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            if (!now.containsKey(name)) {
                differences.add(name + " was removed");
            } else if (!noted.containsKey(name)) {
                differences.add(name + " is not noted");
            } else if (!now.get(name).equals(noted.get(name))) {
                differences.add(name + " was changed");
            }
        }
        return differences;
    }

    /** Notes what is new, and nothing else, when {@code -Dgolden.write=true} asks for it. */
    public static void note(Map<String, String> now, Path notes) {
        if (!Boolean.getBoolean("golden.write")) {
            return;
        }
        try {
            TreeSet<String> lines = new TreeSet<>(Files.exists(notes) ? Files.readAllLines(notes) : List.of());
            now.forEach((name, text) -> {
                if (lines.stream().noneMatch(line -> line.startsWith(name + " "))) {
                    lines.add(name + " " + text);
                }
            });
            Files.writeString(notes, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
