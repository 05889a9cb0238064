package org.nestledger.core.log.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.Ed25519Key;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.LeafHash;

class CheckpointCheckTest {

    private static final Ed25519Key KEY = Ed25519Key.ofSeed("ledger.example/events", new byte[32]);
    private static final List<VerifierKey> KEYS = List.of(KEY.verifierKey());

    private final CheckpointCheck check = new CheckpointCheck();
    private final List<byte[]> leaves = leaves("a", 10);

    @Test
    void checkpointsOfOneLogAreSound() {
        for (int size = 0; size <= 10; size += 5) {
            check.signed(note(leaves, size), KEYS, "here");
            check.signed(note(leaves, size), KEYS, "there");
        }
        check.published(note(leaves, 5), Set.of(5L));
        check.published(note(leaves, 0), Set.of());
        assertThat(check.violations(leaves)).isEmpty();
        assertThat(check.count()).isEqualTo(3);
    }

    @Test
    void twoRootsOfOneSizeAreFound() {
        check.signed(note(leaves, 5), KEYS, "here");
        check.signed(note(leaves("b", 5), 5), KEYS, "there");
        assertThat(check.violations(leaves))
                .singleElement()
                .asString()
                .startsWith("two roots were signed for the first 5 events");
    }

    @Test
    void aRootThatTheEventsDoNotHaveIsFound() {
        check.signed(note(leaves("b", 7), 7), KEYS, "here");
        assertThat(check.violations(leaves))
                .containsExactly("the checkpoint of the first 7 events has another root than they");
    }

    @Test
    void aCheckpointOfMoreThanThereIsIsFound() {
        check.signed(note(leaves, 10), KEYS, "here");
        assertThat(check.violations(leaves.subList(0, 9)))
                .containsExactly("a checkpoint of 10 events was signed, but there are only 9");
    }

    @Test
    void aSignatureOfSomebodyElseIsFound() {
        byte[] seed = new byte[32];
        seed[0] = 1;
        VerifierKey other = Ed25519Key.ofSeed("ledger.example/events", seed).verifierKey();
        check.signed(note(leaves, 5), List.of(other), "here");
        assertThat(check.violations(leaves)).singleElement().asString().startsWith("a checkpoint cannot be trusted");
    }

    @Test
    void whatIsPublishedBeforeItIsCommittedIsFound() {
        check.published(note(leaves, 5), Set.of(4L, 6L));
        assertThat(check.violations(leaves))
                .containsExactly("a checkpoint of 5 events was published, but is not in the database");
    }

    private static List<byte[]> leaves(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LeafHash.of((name + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static byte[] note(List<byte[]> leaves, int size) {
        Frontier tree = Frontier.empty();
        leaves.subList(0, size).forEach(tree::append);
        return SignedNote.sign(Checkpoint.of("ledger.example/events", tree).text(), List.of(KEY))
                .toBytes();
    }
}
