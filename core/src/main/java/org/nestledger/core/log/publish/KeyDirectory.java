package org.nestledger.core.log.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.LogAnchor;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.Ed25519Key;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.LeafHash;

/**
 * What a log must not keep in its database: its signing key, its name, and the last checkpoint that was published. Safe for
 * use by several processes.
 */
public final class KeyDirectory {

    static final String ORIGIN = "tlog-origin";
    static final String CHECKPOINT = "tlog-checkpoint";

    private static final int SEED_LENGTH = 32;
    private static final int ORIGIN_BYTES = 8;

    private final Path path;
    private final @Nullable String origin;
    private final InstantSource clock;
    private final KeyFiles files;

    /**
     * A directory, which is made when it is needed.
     *
     * @param origin how the log shall be called; when null, a name that nobody else uses is made up
     */
    public KeyDirectory(Path path, @Nullable String origin) {
        this(path, origin, InstantSource.system());
    }

    KeyDirectory(Path path, @Nullable String origin, InstantSource clock) {
        this.path = path;
        this.origin = origin;
        this.clock = clock;
        this.files = new KeyFiles(path);
    }

    /**
     * The log's keys; at the first call ever they are made.
     *
     * @param published whether checkpoints were published, so that the key must be there
     * @throws SignerRefusedException when it is not, may be read by others, or is no key
     */
    KeyRing keys(boolean published) throws IOException {
        return SafeFiles.locked(path, () -> {
            if (!Files.exists(files.key())) {
                if (published) {
                    throw new SignerRefusedException("The signing key " + files.key()
                            + " is missing, though checkpoints were published: put it back.");
                }
                make(files.key());
            }
            return files.ring(name(), clock.instant());
        });
    }

    /**
     * Begins to replace the log's key by a new one, or goes on with what was begun before; given again it changes nothing
     * until the overlap has ended and, when the old key was compromised, ever.
     *
     * @param overlap how long both keys sign; the old one signs nothing more when it is zero
     * @param compromised whether the old key may be in wrong hands: then there is no overlap
     * @throws SignerRefusedException when the keys cannot be used
     */
    public KeyRotation rotate(Duration overlap, boolean compromised) throws IOException {
        return rotate(overlap, compromised, false);
    }

    /**
     * Does the same.
     *
     * @param again whether a key that took the place of a compromised one is replaced as well
     */
    public KeyRotation rotate(Duration overlap, boolean compromised, boolean again) throws IOException {
        Instant now = clock.instant();
        return SafeFiles.locked(path, () -> files.rotate(name(), now, now.plus(overlap), compromised, again));
    }

    /** A change stands in the log now. */
    public void recorded(KeyRotation change) throws IOException {
        KeyRotation _ = SafeFiles.locked(path, () -> {
            files.recorded(change);
            return change;
        });
    }

    private void make(Path file) throws IOException {
        byte[] seed = new byte[SEED_LENGTH];
        new SecureRandom().nextBytes(seed);
        Path named = path.resolve(ORIGIN);
        if (!Files.exists(named)) {
            byte[] hash = LeafHash.of(Ed25519Key.ofSeed("new", seed).publicKey());
            String made = "ledger.localhost/" + HexFormat.of().formatHex(hash, 0, ORIGIN_BYTES);
            SafeFiles.create(named, ((origin == null ? made : origin) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try {
            Ed25519Key key = Ed25519Key.ofSeed(name(), seed);
            KeyFiles.create(file, key);
        } catch (UnverifiedException unusable) {
            throw new SignerRefusedException("The log cannot be named so: " + unusable.what() + ".", unusable);
        }
    }

    private String name() throws IOException {
        Path file = path.resolve(ORIGIN);
        if (!Files.exists(file)) {
            throw new SignerRefusedException("The file " + file + " is missing: put it back, it holds the log's name.");
        }
        String name = SafeFiles.text(file, "holds the log's name").strip();
        if (origin != null && !origin.equals(name)) {
            throw new SignerRefusedException(
                    "The log is called " + name + " and cannot be renamed to " + origin + ": a new name is a new log.");
        }
        return name;
    }

    /**
     * The last checkpoint that was published; at the first call ever, the one of the empty log.
     *
     * @param published whether checkpoints were published, so that it must be there
     * @throws SignerRefusedException when it is missing or not ours
     */
    Published published(KeyRing keys, boolean published) throws IOException {
        return SafeFiles.locked(path, () -> {
            Optional<Published> last = read(keys);
            if (last.isPresent()) {
                return last.get();
            }
            if (published) {
                throw missing();
            }
            Published first = keys.sign(Frontier.empty());
            SafeFiles.create(file(), first.note().toBytes());
            return first;
        });
    }

    /**
     * Makes a checkpoint the last published one, unless a later one is.
     *
     * @throws SignerRefusedException when another tree of its size was published
     */
    void publish(KeyRing keys, Published next) throws IOException {
        SafeFiles.locked(path, () -> {
            Optional<Published> last = read(keys);
            if (last.isPresent()) {
                Checkpoint before = last.get().checkpoint();
                if (before.size() == next.checkpoint().size() && !before.equals(next.checkpoint())) {
                    throw new SignerRefusedException(
                            "Two different checkpoints of %d events would be published.".formatted(before.size()));
                }
                if (before.size() >= next.checkpoint().size()) {
                    return last;
                }
            }
            SafeFiles.replace(file(), next.note().toBytes());
            return last;
        });
    }

    /**
     * What the log's database is held against, when this directory is the one of its keys.
     *
     * @param published whether checkpoints were published, so that the last one must be there
     * @throws SignerRefusedException when a part of it is missing, is not ours, or cannot be read
     */
    public Optional<LogAnchor> anchor(boolean published) {
        if (!Files.exists(files.key()) && !Files.exists(file())) {
            return Optional.empty();
        }
        try {
            KeyRing ring = keys(true);
            Optional<Published> last = SafeFiles.locked(path, () -> read(ring));
            if (last.isEmpty() && published) {
                throw missing();
            }
            return Optional.of(new LogAnchor(ring.verifierKeys(), ring.retired(), last.map(Published::checkpoint)));
        } catch (IOException unreadable) {
            throw new SignerRefusedException(
                    "The log's keys in " + path + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    private SignerRefusedException missing() {
        return new SignerRefusedException("The file " + file()
                + ", which holds the last published checkpoint, is missing: put it, or the newest checkpoint"
                + " that anybody has saved, there.");
    }

    private Optional<Published> read(KeyRing keys) throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        byte[] note = Files.readAllBytes(file());
        try {
            return Optional.of(keys.open(note));
        } catch (UnverifiedException perhapsNewer) {
            return Optional.of(openedByThePresentKeys(note));
        }
    }

    /** Another process may have published with keys that were made after ours were read. */
    private Published openedByThePresentKeys(byte[] note) throws IOException {
        try {
            return files.ring(name(), clock.instant()).open(note);
        } catch (UnverifiedException foreign) {
            throw new SignerRefusedException(
                    "The last published checkpoint in " + file() + " cannot be trusted: " + foreign.what() + ".",
                    foreign);
        }
    }

    private Path file() {
        return path.resolve(CHECKPOINT);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
