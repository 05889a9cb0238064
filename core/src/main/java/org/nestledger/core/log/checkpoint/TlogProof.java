package org.nestledger.core.log.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.Proofs;

/**
 * The receipt of one event, verified without the log (C2SP tlog-proof).
 *
 * @param index of the event in the tree, from 0: its position less one
 * @param hashes inclusion proof, the leaf's sibling first, 32 bytes each
 * @param note the signed checkpoint that covers the event
 */
public record TlogProof(long index, List<byte[]> hashes, SignedNote note) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
    private static final byte[] BLANK_LINE = {'\n', '\n'};
    private static final int MAX_HASHES = 63;

    public TlogProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * Reads a {@code .tlog-proof}; nothing is verified.
     *
     * @throws UnverifiedException when it is malformed
     */
    public static TlogProof parse(byte[] file) {
        int blank = blankLine(file);
        String head = new String(file, 0, blank + 1, StandardCharsets.ISO_8859_1);
        if (!head.startsWith(HEADER)) {
            throw new UnverifiedException("it is no tlog-proof of version 1");
        }
        List<String> lines = new ArrayList<>(List.of(head.split("\n")));
        lines.removeFirst();
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            byte[] _ = Base64Text.decode(lines.removeFirst().substring("extra ".length()));
        }
        if (lines.isEmpty() || !lines.getFirst().matches("index (0|[1-9][0-9]{0,17})")) {
            throw new UnverifiedException("it does not say which index it proves");
        }
        long index = Long.parseLong(lines.removeFirst().substring("index ".length()));
        if (lines.size() > MAX_HASHES) {
            throw new UnverifiedException("it has more than " + MAX_HASHES + " hashes");
        }
        List<byte[]> hashes = lines.stream().map(Base64Text::decode).toList();
        if (hashes.stream().anyMatch(hash -> hash.length != LeafHash.LENGTH)) {
            throw new UnverifiedException("it holds a hash that has not 32 bytes");
        }
        return new TlogProof(index, hashes, SignedNote.parse(Arrays.copyOfRange(file, blank + 2, file.length)));
    }

    /**
     * The checkpoint by which the log committed to this record at this index.
     *
     * @throws UnverifiedException when the checkpoint is not genuine or does not cover the record
     */
    public Checkpoint verify(byte[] record, Collection<VerifierKey> keys) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.open(note, keys);
        } catch (UnverifiedException e) {
            throw new UnverifiedException("the checkpoint is not genuine: " + e.what(), e);
        }
        if (index >= checkpoint.size()) {
            throw new UnverifiedException(
                    "the checkpoint has " + checkpoint.size() + " events and not the one at position " + (index + 1));
        }
        if (!Proofs.verifyInclusion(LeafHash.of(record), index, checkpoint.size(), hashes, checkpoint.root())) {
            throw new UnverifiedException("the record is not the event at position " + (index + 1));
        }
        return checkpoint;
    }

    /** The file. */
    public byte[] format() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((HEADER + "index " + index + "\n").getBytes(StandardCharsets.US_ASCII));
        hashes.forEach(hash -> file.writeBytes((Base64Text.encode(hash) + "\n").getBytes(StandardCharsets.US_ASCII)));
        file.write('\n');
        file.writeBytes(note.toBytes());
        return file.toByteArray();
    }

    /** Where the first blank line begins, that is the end of the line before it. */
    private static int blankLine(byte[] file) {
        for (int i = 0; i + 1 < file.length; i++) {
            if (Arrays.equals(file, i, i + 2, BLANK_LINE, 0, 2)) {
                return i;
            }
        }
        throw new UnverifiedException("it holds no checkpoint after a blank line");
    }
}
