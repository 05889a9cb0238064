package org.nestledger.core.log.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.merkle.Frontier;

/**
 * Every checkpoint that was ever signed, wherever it was seen: there are never two roots for one size, and each is the root
 * of the log's first events.
 */
final class CheckpointCheck {

    private final Map<Long, byte[]> roots = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    /**
     * Takes a note that was signed.
     *
     * @param where it was seen, for the message
     */
    void signed(byte[] note, Collection<VerifierKey> keys, String where) {
        try {
            Checkpoint checkpoint = Checkpoint.open(SignedNote.parse(note), keys);
            byte[] other = roots.putIfAbsent(checkpoint.size(), checkpoint.root());
            if (other != null && !Arrays.equals(other, checkpoint.root())) {
                violations.add("two roots were signed for the first %d events: %s and, %s, %s"
                        .formatted(
                                checkpoint.size(),
                                HexFormat.of().formatHex(other),
                                where,
                                HexFormat.of().formatHex(checkpoint.root())));
            }
        } catch (UnverifiedException e) {
            violations.add("a checkpoint cannot be trusted, " + where + ": " + e.what());
        }
    }

    /** What was published before it was committed is a violation, too. */
    void published(byte[] note, Set<Long> committed) {
        long size = size(note);
        if (size > 0 && !committed.contains(size)) {
            violations.add("a checkpoint of %d events was published, but is not in the database".formatted(size));
        }
    }

    static long size(byte[] note) {
        return Checkpoint.parse(SignedNote.parse(note).text()).size();
    }

    /** How many different sizes were signed. */
    int count() {
        return roots.size();
    }

    /** What was found so far, holding the roots against the log's leaf hashes, in order. */
    List<String> violations(List<byte[]> leaves) {
        List<String> found = new ArrayList<>(violations);
        NavigableMap<Long, byte[]> ordered = new TreeMap<>(roots);
        Frontier tree = Frontier.empty();
        for (int size = 0; size <= leaves.size(); size++) {
            byte[] root = ordered.remove((long) size);
            if (root != null && !Arrays.equals(root, tree.root())) {
                found.add("the checkpoint of the first %d events has another root than they".formatted(size));
            }
            if (size < leaves.size()) {
                tree.append(leaves.get(size));
            }
        }
        ordered.keySet()
                .forEach(size -> found.add(
                        "a checkpoint of %d events was signed, but there are only %d".formatted(size, leaves.size())));
        return found;
    }
}
