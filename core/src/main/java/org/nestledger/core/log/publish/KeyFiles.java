package org.nestledger.core.log.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nestledger.core.log.checkpoint.Ed25519Key;
import org.nestledger.core.log.checkpoint.SigningKey;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;

/**
 * The keys of a log as files, and how one replaces another: each step leaves files from which the next one goes on, whenever
 * the process is killed. Callers hold the lock.
 */
final class KeyFiles {

    static final String KEY = "tlog-signing-key.pem";
    static final String NEXT_KEY = "tlog-signing-key-next.pem";
    static final String RETIRED = "tlog-retired-keys";
    static final String ROTATION = "tlog-key-rotation";
    static final String COMPROMISED = "tlog-key-compromised";

    private final Path key;
    private final Path next;
    private final Path retired;
    private final RotationFile rotation;
    private final RotationFile compromise;

    KeyFiles(Path directory) {
        key = directory.resolve(KEY);
        next = directory.resolve(NEXT_KEY);
        retired = directory.resolve(RETIRED);
        rotation = new RotationFile(directory.resolve(ROTATION));
        compromise = new RotationFile(directory.resolve(COMPROMISED));
    }

    Path key() {
        return key;
    }

    /** The keys that sign at a moment; the one that has become old by then is put away. */
    KeyRing ring(String name, Instant now) throws IOException {
        finish(now);
        List<SigningKey> keys = new ArrayList<>(List.of(read(key, name)));
        if (Files.exists(next)) {
            keys.add(read(next, name));
        }
        return new KeyRing(name, keys, retired());
    }

    /**
     * Begins to replace the key, or goes on with what was begun before.
     *
     * @param until when the old key signs for the last time
     * @param compromised whether the old key shall sign nothing more, even if a change was begun before
     * @param again whether the present key is replaced even if it has taken the place of a compromised one
     */
    KeyRotation rotate(String name, Instant now, Instant until, boolean compromised, boolean again) throws IOException {
        finish(now);
        Optional<KeyRotation> begun = rotation.read();
        if (begun.isEmpty() && compromised && !again) {
            begun = madeBefore(read(key, name).verifierKey());
        }
        KeyRotation change;
        if (begun.isEmpty()) {
            if (!Files.exists(next)) {
                create(next, Ed25519Key.generate(name, new SecureRandom()));
            }
            VerifierKey to = read(next, name).verifierKey();
            change = new KeyRotation(read(key, name).verifierKey(), to, compromised ? now : until, compromised, false);
            rotation.write(change);
        } else if (compromised && !begun.get().compromised()) {
            change = begun.get().compromisedAt(now);
            rotation.write(change);
        } else {
            change = begun.get();
        }
        finish(now);
        return change;
    }

    /** The change that made the present key because the one before was compromised: the same word again means the same key. */
    private Optional<KeyRotation> madeBefore(VerifierKey present) throws IOException {
        return Files.exists(next)
                ? Optional.empty()
                : compromise.read().filter(change -> change.to().equals(present));
    }

    /** The change stands in the log. */
    void recorded(KeyRotation change) throws IOException {
        if (rotation.read().filter(change::equals).isPresent()) {
            rotation.write(change.asRecorded());
        }
    }

    private void finish(Instant now) throws IOException {
        Optional<KeyRotation> change = rotation.read();
        if (change.isEmpty() || now.isBefore(change.get().until())) {
            return;
        }
        if (Files.exists(next)) {
            retire(change.get().from());
            SafeFiles.move(next, key);
        }
        if (change.get().recorded() && change.get().compromised()) {
            rotation.become(compromise);
        } else if (change.get().recorded()) {
            rotation.delete();
        }
    }

    private void retire(VerifierKey old) throws IOException {
        List<VerifierKey> all = new ArrayList<>(retired());
        if (!all.contains(old)) {
            all.add(old);
            String lines = all.stream().map(each -> each + "\n").collect(Collectors.joining());
            SafeFiles.replace(retired, lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The keys that signed before: what they signed then stays valid. */
    private List<VerifierKey> retired() throws IOException {
        if (!Files.exists(retired)) {
            return List.of();
        }
        try {
            return SafeFiles.text(retired, "holds the log's former keys")
                    .lines()
                    .map(VerifierKey::parse)
                    .toList();
        } catch (UnverifiedException malformed) {
            throw new SignerRefusedException(
                    "The file " + retired + ", which holds the log's former keys, is malformed: put it back.",
                    malformed);
        }
    }

    static void create(Path file, Ed25519Key made) throws IOException {
        SafeFiles.create(file, made.toPem().getBytes(StandardCharsets.US_ASCII));
    }

    private static SigningKey read(Path file, String name) throws IOException {
        if (SafeFiles.isOpenToOthers(file)) {
            throw new SignerRefusedException("The signing key " + file
                    + " may be read or changed by others: chmod 600 it, and replace it if others may have read it.");
        }
        try {
            return Ed25519Key.ofPem(name, SafeFiles.text(file, "holds the signing key"));
        } catch (UnverifiedException unusable) {
            throw new SignerRefusedException(
                    "The signing key " + file + " cannot be used: " + unusable.what() + ".", unusable);
        }
    }
}
