package org.nestledger.core.log.checkpoint;

import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which witnesses are known, and which of them must have cosigned a checkpoint (C2SP tlog-policy).
 *
 * @param logs the keys of the logs whose checkpoints are meant; empty when they are known from elsewhere
 * @param witnesses in the order of their lines
 * @param quorum which of them must have cosigned
 */
public record WitnessPolicy(List<VerifierKey> logs, List<Witness> witnesses, Quorum quorum) {

    private static final WitnessPolicy NONE = new WitnessPolicy(List.of(), List.of(), new Quorum.Nobody());

    public WitnessPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /**
     * A witness.
     *
     * @param name what the policy calls it
     * @param url the prefix to submit checkpoints under, null when it is not known
     */
    public record Witness(
            String name, VerifierKey key, @Nullable String url) {}

    /** A rule about who must have cosigned. */
    public sealed interface Quorum {

        /** No cosignature is needed. */
        record Nobody() implements Quorum {}

        /** This witness. */
        record One(VerifierKey key) implements Quorum {}

        /** So many members of a group. */
        record Group(int threshold, List<Quorum> members) implements Quorum {
            public Group {
                members = List.copyOf(members);
            }
        }
    }

    /** The policy that knows no witness and asks for none. */
    public static WitnessPolicy none() {
        return NONE;
    }

    /**
     * The policy that so many of these witnesses must have cosigned.
     *
     * @throws UnverifiedException when a public key stands there twice, under whatever names: its bearer would count twice
     */
    public static WitnessPolicy of(List<VerifierKey> keys, int threshold) {
        Set<String> known = new HashSet<>();
        for (VerifierKey key : keys) {
            if (!known.add(HexFormat.of().formatHex(key.publicKey()))) {
                throw new UnverifiedException("the key of " + key.name() + " stands there twice");
            }
        }
        List<Witness> witnesses =
                keys.stream().map(key -> new Witness(key.name(), key, null)).toList();
        List<Quorum> members = keys.stream().<Quorum>map(Quorum.One::new).toList();
        return new WitnessPolicy(List.of(), witnesses, new Quorum.Group(threshold, members));
    }

    /**
     * Reads a policy file.
     *
     * @throws UnverifiedException when it is no policy; the clause begins with the line
     */
    public static WitnessPolicy parse(byte[] file) {
        return new PolicyReader().read(file);
    }

    /** Whether a checkpoint needs any cosignature. */
    public boolean asksForWitnesses() {
        return !isSatisfiedBy(Set.of());
    }

    /** Whether these keys are enough. */
    public boolean isSatisfiedBy(Collection<VerifierKey> cosigners) {
        return isSatisfied(quorum, cosigners);
    }

    private static boolean isSatisfied(Quorum quorum, Collection<VerifierKey> cosigners) {
        return switch (quorum) {
            case Quorum.Nobody _ -> true;
            case Quorum.One(VerifierKey key) -> cosigners.contains(key);
            case Quorum.Group(int threshold, List<Quorum> members) ->
                members.stream()
                                .filter(member -> isSatisfied(member, cosigners))
                                .count()
                        >= threshold;
        };
    }

    /**
     * Verifies the cosignatures of a note by the policy's witnesses.
     *
     * @throws UnverifiedException when one of them is wrong, or they are not enough
     */
    public void check(SignedNote note) {
        Set<VerifierKey> cosigners =
                note.signers(witnesses.stream().map(Witness::key).toList());
        if (!isSatisfiedBy(cosigners)) {
            String by = witnesses.stream()
                    .filter(witness -> cosigners.contains(witness.key()))
                    .map(Witness::name)
                    .collect(Collectors.joining(", "));
            throw new UnverifiedException("its witnesses are not the quorum of the policy: "
                    + (by.isEmpty() ? "none has cosigned it" : "only " + by + " cosigned it"));
        }
    }
}
