package org.nestledger.core.log.checkpoint;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.LeafHash;

/** What a log commits to: that it begins with these events. */
public final class Checkpoint {

    private static final int LINES = 3;

    private final String origin;
    private final long size;
    private final byte[] root;

    /**
     * A checkpoint.
     *
     * @param origin the log's name
     * @param size how many events
     * @param root of the tree over them, 32 bytes
     */
    public Checkpoint(String origin, long size, byte[] root) {
        if (size < 0 || root.length != LeafHash.LENGTH) {
            throw new IllegalArgumentException(
                    "no checkpoint has size %d and a root of %d bytes".formatted(size, root.length));
        }
        this.origin = origin;
        this.size = size;
        this.root = root.clone();
    }

    public static Checkpoint of(String origin, Frontier tree) {
        return new Checkpoint(origin, tree.size(), tree.root());
    }

    /**
     * Reads the text of a note. Lines after the three are refused: nobody could audit them.
     *
     * @throws UnverifiedException when it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[LINES].isEmpty() || lines[0].isEmpty()) {
            throw new UnverifiedException("it has not the three lines of a checkpoint");
        }
        if (!lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new UnverifiedException("\"" + lines[1] + "\" is no size of a log");
        }
        byte[] root = Base64Text.decode(lines[2]);
        if (root.length != LeafHash.LENGTH) {
            throw new UnverifiedException("its root has " + root.length + " bytes, not 32");
        }
        Checkpoint checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
        if (checkpoint.size() == 0 && !Arrays.equals(root, LeafHash.ofNothing())) {
            throw new UnverifiedException("its root is not the one of an empty log");
        }
        return checkpoint;
    }

    /**
     * The checkpoint of a note that one of the log's keys signed.
     *
     * @param keys of the log, and of witnesses if their signatures shall be verified where there are any
     * @throws UnverifiedException when the note is malformed, not signed by the log, signed wrongly, or of another log
     */
    public static Checkpoint open(byte[] note, Collection<VerifierKey> keys) {
        return open(SignedNote.parse(note), keys);
    }

    /** The checkpoint of a note, under the same conditions. */
    public static Checkpoint open(SignedNote signed, Collection<VerifierKey> keys) {
        Set<VerifierKey> verified = signed.verify(keys);
        Checkpoint checkpoint = parse(signed.text());
        List<VerifierKey> ofLog =
                verified.stream().filter(key -> !key.cosigns()).toList();
        if (ofLog.isEmpty()) {
            throw new UnverifiedException("it is not signed by the log itself");
        }
        if (ofLog.stream().noneMatch(key -> key.name().equals(checkpoint.origin()))) {
            throw new UnverifiedException("it is a checkpoint of " + checkpoint.origin());
        }
        return checkpoint;
    }

    /** The log's name. */
    public String origin() {
        return origin;
    }

    /** How many events. */
    public long size() {
        return size;
    }

    /** The root of the tree over them: 32 bytes. */
    public byte[] root() {
        return root.clone();
    }

    /** What is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64Text.encode(root) + "\n";
    }

    /** Whether both commit to the same events. */
    public boolean sameTree(Checkpoint other) {
        return size == other.size && Arrays.equals(root, other.root);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && origin.equals(that.origin) && sameTree(that);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size) + Arrays.hashCode(root);
    }

    @Override
    public String toString() {
        return origin + " with " + size + (size == 1 ? " event" : " events");
    }
}
