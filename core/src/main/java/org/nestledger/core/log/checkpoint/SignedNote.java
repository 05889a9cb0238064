package org.nestledger.core.log.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text and who signed it (C2SP signed-note).
 *
 * @param text what is signed, its last line ended
 * @param signatures in the order of their lines, of any keys
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** The most bytes that a note is read with. */
    public static final int MAX_BYTES = 1_000_000;

    private static final int MAX_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note; no signature is verified.
     *
     * @throws UnverifiedException when it is malformed
     */
    public static SignedNote parse(byte[] note) {
        String all = utf8(note);
        int blank = all.lastIndexOf("\n\n");
        if (blank < 0 || !all.endsWith("\n") || blank + 2 == all.length()) {
            throw new UnverifiedException("it has no signature lines after a blank line");
        }
        List<String> lines = List.of(all.substring(blank + 2, all.length() - 1).split("\n", -1));
        if (lines.size() > MAX_SIGNATURES) {
            throw new UnverifiedException("it has more than " + MAX_SIGNATURES + " signatures");
        }
        return new SignedNote(
                all.substring(0, blank + 1),
                lines.stream().map(NoteSignature::parse).toList());
    }

    /** A note with the signatures of these keys. */
    public static SignedNote sign(String text, List<? extends SigningKey> keys) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new SignedNote(
                text,
                keys.stream()
                        .map(key -> new NoteSignature(
                                key.keyName(), key.verifierKey().id(), key.sign(body)))
                        .toList());
    }

    /**
     * Verifies the signatures of the known keys and passes over the others.
     *
     * @return the keys whose signature it bears, at least one
     * @throws UnverifiedException when a signature of a known key is wrong, or there is none
     */
    public Set<VerifierKey> verify(Collection<VerifierKey> known) {
        Set<VerifierKey> verified = signers(known);
        if (verified.isEmpty()) {
            throw new UnverifiedException("it is not signed by "
                    + known.stream().map(VerifierKey::toString).collect(Collectors.joining(" or ")));
        }
        return verified;
    }

    /**
     * Verifies in the same way; returns the keys whose signature it bears, perhaps none.
     *
     * @throws UnverifiedException when a signature of a known key is wrong
     */
    public Set<VerifierKey> signers(Collection<VerifierKey> known) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Set<VerifierKey> verified = new LinkedHashSet<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (signature.isBy(key)) {
                    if (!key.verify(body, signature.bytes())) {
                        throw new UnverifiedException("its signature by " + key.name() + " is wrong");
                    }
                    verified.add(key);
                }
            }
        }
        return verified;
    }

    /**
     * The signatures of this note that a witness answered with; those of other keys are passed over.
     *
     * @param lines signature lines, each ended
     * @return at least one
     * @throws UnverifiedException when the lines are malformed, or none is the witness's, or one of its signatures is wrong
     */
    public List<NoteSignature> cosignatures(byte[] lines, VerifierKey witness) {
        SignedNote answered = parse(concatenated((text + "\n").getBytes(StandardCharsets.UTF_8), lines));
        if (!answered.text().equals(text)) {
            throw new UnverifiedException("it is more than signature lines");
        }
        Set<VerifierKey> _ = answered.verify(List.of(witness));
        return answered.signatures().stream().filter(line -> line.isBy(witness)).toList();
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The note with one more signature. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return signatures.stream().map(line -> line + "\n").collect(Collectors.joining("", text + "\n", ""));
    }

    private static String utf8(byte[] note) {
        if (note.length > MAX_BYTES) {
            throw new UnverifiedException("it is larger than any note");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString();
            if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
                throw new UnverifiedException("it holds a control character");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new UnverifiedException("it is no UTF-8", e);
        }
    }
}
