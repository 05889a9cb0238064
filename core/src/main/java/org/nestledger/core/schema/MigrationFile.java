package org.nestledger.core.schema;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** One migration: its number, the name of its file, and its SQL. */
record MigrationFile(int number, String name, String text) implements Comparable<MigrationFile> {

    /** As Flyway computes it and keeps it in a schema's history: of the text without its line ends. */
    int checksum() {
        CRC32 checksum = new CRC32();
        text.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }

    @Override
    public int compareTo(MigrationFile other) {
        return Integer.compare(number, other.number);
    }
}
