package org.nestledger.core.log.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file of lines that outlives the process that writes it: each line is handed to the system before it counts. */
final class NoteFile implements AutoCloseable {

    private final FileChannel channel;

    NoteFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    synchronized void write(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole lines; one that a killed process left unfinished does not count. */
    static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    static List<Note> notes(Path file) throws IOException {
        List<Note> notes = new ArrayList<>();
        lines(file).forEach(line -> Note.parse(line).ifPresent(notes::add));
        return notes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
