package org.nestledger.core.log.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;

/** A file that says which change of the key is under way, or was made, and until when both keys sign. Callers hold the lock. */
final class RotationFile {

    private static final int LINES = 5;

    private final Path path;

    RotationFile(Path path) {
        this.path = path;
    }

    Optional<KeyRotation> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        List<String> lines = SafeFiles.text(path, "says how the key is being replaced")
                .lines()
                .toList();
        try {
            if (lines.size() == LINES) {
                return Optional.of(new KeyRotation(
                        VerifierKey.parse(lines.get(0)),
                        VerifierKey.parse(lines.get(1)),
                        Instant.parse(lines.get(2)),
                        lines.get(3).equals("compromised"),
                        lines.get(4).equals("recorded")));
            }
        } catch (UnverifiedException | DateTimeException malformed) {
            throw wrong(malformed);
        }
        throw wrong(new IllegalArgumentException("it has " + lines.size() + " lines"));
    }

    private SignerRefusedException wrong(Exception malformed) {
        return new SignerRefusedException(
                "The file " + path + ", which says how the key is being replaced, is malformed: put it back.",
                malformed);
    }

    void write(KeyRotation rotation) throws IOException {
        String text = String.join(
                "\n",
                rotation.from().toString(),
                rotation.to().toString(),
                rotation.until().toString(),
                rotation.compromised() ? "compromised" : "regular",
                rotation.recorded() ? "recorded" : "begun",
                "");
        SafeFiles.replace(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the place of another one. */
    void become(RotationFile other) throws IOException {
        SafeFiles.move(path, other.path);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
