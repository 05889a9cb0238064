package org.nestledger.core.log.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.nestledger.core.log.merkle.LeafHash;

/**
 * What a witness is asked to cosign (C2SP tlog-witness).
 *
 * @param oldSize events of the checkpoint that it cosigned last, 0 for none
 * @param proof the hashes that show the new checkpoint to begin with that one, 32 bytes each; none when the sizes are equal
 *     or the old one is 0
 * @param note the new checkpoint, signed by the log
 */
public record AddCheckpoint(long oldSize, List<byte[]> proof, SignedNote note) {

    private static final int MAX_HASHES = 63;
    private static final String END_OF_PROOF = "\n\n";

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /**
     * Reads the body of a request; nothing is verified.
     *
     * @throws UnverifiedException when it is malformed
     */
    public static AddCheckpoint parse(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int blank = text.indexOf(END_OF_PROOF);
        if (blank < 0) {
            throw new UnverifiedException("it holds no checkpoint after a blank line");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
        if (!lines.getFirst().matches("old (0|[1-9][0-9]{0,17})")) {
            throw new UnverifiedException("it does not say which size it goes on from");
        }
        long oldSize = Long.parseLong(lines.removeFirst().substring("old ".length()));
        if (lines.size() > MAX_HASHES) {
            throw new UnverifiedException("it has more than " + MAX_HASHES + " hashes");
        }
        List<byte[]> proof = lines.stream().map(Base64Text::decode).toList();
        if (proof.stream().anyMatch(hash -> hash.length != LeafHash.LENGTH)) {
            throw new UnverifiedException("it holds a hash that has not 32 bytes");
        }
        byte[] note = Arrays.copyOfRange(body, blank + END_OF_PROOF.length(), body.length);
        return new AddCheckpoint(oldSize, proof, SignedNote.parse(note));
    }

    /** The body of the request. */
    public byte[] format() {
        return proof.stream()
                .map(hash -> Base64Text.encode(hash) + "\n")
                .collect(Collectors.joining("", "old " + oldSize + "\n", "\n" + note))
                .getBytes(StandardCharsets.UTF_8);
    }
}
