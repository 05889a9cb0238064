package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.LeafHash;

class KeyRotationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration OVERLAP = Duration.ofDays(30);
    private static final Duration LATER = Duration.ofDays(31);

    @TempDir
    Path data;

    private Instant now = NOW;
    private KeyDirectory directory;
    private VerifierKey old;

    @BeforeEach
    void make() throws Exception {
        directory = new KeyDirectory(data, "ledger.example/events", () -> now);
        old = directory.keys(false).verifierKeys().getFirst();
        assertThat(directory
                        .published(directory.keys(false), false)
                        .checkpoint()
                        .size())
                .isZero();
    }

    private List<VerifierKey> signing() throws Exception {
        return directory.keys(true).verifierKeys();
    }

    private Path file(String name) {
        return data.resolve(name);
    }

    private static Frontier tree(int size) {
        Frontier tree = Frontier.empty();
        for (int i = 0; i < size; i++) {
            tree.append(LeafHash.of(new byte[] {(byte) i}));
        }
        return tree;
    }

    @Test
    void bothSignUntilTheEndOfTheOverlapAndThenTheNewOneAlone() throws Exception {
        KeyRotation change = directory.rotate(OVERLAP, false);
        assertThat(change.from()).isEqualTo(old);
        assertThat(change.until()).isEqualTo(NOW.plus(OVERLAP));
        directory.recorded(change);
        assertThat(signing()).containsExactly(old, change.to());
        Published overlapping = directory.keys(true).sign(tree(3));
        assertThat(overlapping.note().verify(List.of(old))).hasSize(1);
        assertThat(overlapping.note().verify(List.of(change.to()))).hasSize(1);
        directory.publish(directory.keys(true), overlapping);

        now = NOW.plus(OVERLAP);
        assertThat(signing()).containsExactly(change.to());
        Published after = directory.keys(true).sign(tree(4));
        assertThatThrownBy(() -> after.note().verify(List.of(old))).isInstanceOf(UnverifiedException.class);
        directory.publish(directory.keys(true), after);
        assertThat(file("tlog-signing-key-next.pem")).doesNotExist();
        assertThat(file("tlog-key-rotation")).doesNotExist();
    }

    @Test
    void givenAgainItIsTheSameChange() throws Exception {
        KeyRotation change = directory.rotate(OVERLAP, false);
        now = NOW.plusSeconds(60);
        assertThat(directory.rotate(Duration.ofDays(90), false)).isEqualTo(change);
        directory.recorded(change);
        assertThat(directory.rotate(OVERLAP, false)).isEqualTo(change.asRecorded());
        directory.recorded(change);
        assertThat(signing()).containsExactly(old, change.to());
    }

    @Test
    void aCompromisedKeySignsNothingMoreAtOnce() throws Exception {
        Published before = directory.keys(true).sign(tree(2));
        directory.publish(directory.keys(true), before);
        KeyRotation change = directory.rotate(OVERLAP, true);
        assertThat(change.until()).isEqualTo(NOW);
        assertThat(signing()).containsExactly(change.to());
        assertThat(directory.published(directory.keys(true), true))
                .as("what the old key signed then is still known to be ours")
                .isEqualTo(before);
        directory.recorded(change);
        assertThat(signing()).containsExactly(change.to());
        assertThat(file("tlog-key-rotation")).doesNotExist();
    }

    @Test
    void aCompromisedKeyIsReplacedOnceHoweverOftenThatIsSaid() throws Exception {
        KeyRotation change = directory.rotate(OVERLAP, true);
        directory.recorded(change);
        assertThat(signing()).containsExactly(change.to());
        for (int i = 0; i < 3; i++) {
            now = now.plus(LATER);
            assertThat(directory.rotate(OVERLAP, true)).isEqualTo(change.asRecorded());
            assertThat(signing()).containsExactly(change.to());
        }
        assertThat(directory.keys(true).retired()).containsExactly(old);
    }

    @Test
    void theNextKeyIsReplacedInItsTurn() throws Exception {
        KeyRotation first = directory.rotate(OVERLAP, true);
        directory.recorded(first);
        KeyRotation again = directory.rotate(OVERLAP, true, true);
        directory.recorded(again);
        assertThat(again.from()).isEqualTo(first.to());
        assertThat(signing()).containsExactly(again.to());
        directory.recorded(directory.rotate(OVERLAP, false));
        now = now.plus(LATER);
        VerifierKey regular = signing().getFirst();
        assertThat(regular).isNotEqualTo(again.to());
        KeyRotation last = directory.rotate(OVERLAP, true);
        assertThat(last.from())
                .as("another key than that of the last compromise")
                .isEqualTo(regular);
        assertThat(directory.keys(true).retired()).hasSize(4);
    }

    @Test
    void aKeyThatIsFoundCompromisedDuringTheOverlapEndsIt() throws Exception {
        KeyRotation regular = directory.rotate(OVERLAP, false);
        directory.recorded(regular);
        KeyRotation change = directory.rotate(OVERLAP, true);
        assertThat(change.to()).isEqualTo(regular.to());
        assertThat(change.recorded()).as("it is another fact").isFalse();
        assertThat(change.id()).isNotEqualTo(regular.id());
        assertThat(signing()).containsExactly(change.to());
    }

    @Test
    void oneKeyAfterAnotherIsReplacedAndAllAreRemembered() throws Exception {
        Published first = directory.keys(true).sign(tree(1));
        for (int i = 0; i < 3; i++) {
            directory.recorded(directory.rotate(OVERLAP, false));
            now = now.plus(LATER);
            assertThat(signing()).hasSize(1);
        }
        assertThat(directory.keys(true).retired()).hasSize(3).contains(old);
        assertThat(directory.keys(true).open(first.note().toBytes())).isEqualTo(first);
    }

    @Test
    void killedAfterTheNewKeyWasMadeItGoesOnWithThatKey() throws Exception {
        KeyRotation lost = directory.rotate(OVERLAP, false);
        Files.delete(file("tlog-key-rotation"));
        assertThat(signing()).containsExactly(old, lost.to());
        assertThat(directory.rotate(OVERLAP, false).to()).isEqualTo(lost.to());
    }

    @Test
    void killedBeforeTheChangeWasRecordedItIsRecordedLaterEvenAfterTheOverlap() throws Exception {
        KeyRotation change = directory.rotate(OVERLAP, false);
        now = NOW.plus(LATER);
        assertThat(signing()).containsExactly(change.to());
        KeyRotation again = directory.rotate(OVERLAP, false);
        assertThat(again).isEqualTo(change);
        assertThat(again.recorded()).isFalse();
        directory.recorded(again);
        assertThat(signing()).containsExactly(change.to());
        assertThat(file("tlog-key-rotation")).doesNotExist();
    }

    @Test
    void killedWhileTheOldKeyIsPutAwayItIsPutAwayByTheNextProcess() throws Exception {
        KeyRotation change = directory.rotate(OVERLAP, false);
        directory.recorded(change);
        byte[] pending = Files.readAllBytes(file("tlog-key-rotation"));
        Files.writeString(file("tlog-retired-keys"), old + "\n");
        now = NOW.plus(LATER);
        assertThat(directory.keys(true).retired()).containsExactly(old);
        Files.write(file("tlog-key-rotation"), pending);
        assertThat(signing()).containsExactly(change.to());
        assertThat(file("tlog-key-rotation")).doesNotExist();
    }

    @Test
    void aProcessThatReadItsKeysBeforeTheChangeStillPublishes() throws Exception {
        KeyRing before = directory.keys(true);
        directory.recorded(directory.rotate(OVERLAP, true));
        directory.publish(directory.keys(true), directory.keys(true).sign(tree(5)));
        directory.publish(before, before.sign(tree(4)));
        assertThat(directory.published(directory.keys(true), true).checkpoint().size())
                .isEqualTo(5);
    }

    @Test
    void filesThatAreNotWhatTheyMustBeAreRefused() throws Exception {
        directory.recorded(directory.rotate(OVERLAP, false));
        Files.writeString(file("tlog-key-rotation"), "nonsense\n");
        assertThatThrownBy(() -> directory.keys(true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("tlog-key-rotation, which says how the key is being replaced, is malformed");
        Files.delete(file("tlog-key-rotation"));
        Files.writeString(file("tlog-retired-keys"), "nonsense\n");
        assertThatThrownBy(() -> directory.keys(true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("tlog-retired-keys, which holds the log's former keys, is malformed");
    }
}
