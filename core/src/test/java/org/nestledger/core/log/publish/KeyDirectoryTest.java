package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.LeafHash;

class KeyDirectoryTest {

    @TempDir
    Path temporary;

    private KeyDirectory directory() {
        return new KeyDirectory(temporary.resolve("data"), null);
    }

    private Path file(String name) {
        return temporary.resolve("data").resolve(name);
    }

    @Test
    void theFirstCallMakesAKeyThatOnlyItsOwnerMayRead() throws Exception {
        KeyRing made = directory().keys(false);
        assertThat(made.keys()).hasSize(1);
        assertThat(made.origin()).matches("ledger\\.localhost/[0-9a-f]{16}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("tlog-signing-key.pem"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("data"))))
                .isEqualTo("rwx------");
        assertThat(directory().keys(true).verifierKeys()).isEqualTo(made.verifierKeys());
        try (var files = Files.list(temporary.resolve("data"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("tlog-signing-key.pem", "tlog-origin", "tlog.lock");
        }
    }

    @Test
    void manyWhoComeFirstGetOneKey() throws Exception {
        List<Callable<List<VerifierKey>>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> directory().keys(false).verifierKeys());
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<List<VerifierKey>> keys = new ArrayList<>();
            for (Future<List<VerifierKey>> call : threads.invokeAll(calls)) {
                keys.add(call.get());
            }
            assertThat(keys.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void aLogMayBeNamedAndIsNeverRenamed() throws Exception {
        KeyDirectory named = new KeyDirectory(temporary.resolve("data"), "ledger.example/events");
        assertThat(named.keys(false).origin()).isEqualTo("ledger.example/events");
        assertThat(directory().keys(true).origin()).isEqualTo("ledger.example/events");
        assertThatThrownBy(() -> new KeyDirectory(temporary.resolve("data"), "ledger.example/other").keys(true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("cannot be renamed to ledger.example/other");
        assertThatThrownBy(() -> new KeyDirectory(temporary.resolve("odd"), "not a name").keys(false))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("no name of a key");
        Files.write(file("tlog-origin"), new byte[] {(byte) 0xFF, 'x'});
        assertThatThrownBy(() -> directory().keys(true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("is no text in UTF-8: put it back");
        Files.delete(file("tlog-origin"));
        assertThatThrownBy(() -> directory().keys(true)).hasMessageContaining("tlog-origin is missing");
    }

    @Test
    void aMissingKeyIsNotReplacedWhenCheckpointsWerePublished() {
        assertThatThrownBy(() -> directory().keys(true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("tlog-signing-key.pem is missing");
        assertThat(file("tlog-signing-key.pem")).doesNotExist();
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws Exception {
        directory().keys(false);
        for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx")) {
            Files.setPosixFilePermissions(file("tlog-signing-key.pem"), PosixFilePermissions.fromString(permissions));
            assertThatThrownBy(() -> directory().keys(true))
                    .isInstanceOf(SignerRefusedException.class)
                    .hasMessageContaining("may be read or changed by others");
        }
        Files.setPosixFilePermissions(file("tlog-signing-key.pem"), PosixFilePermissions.fromString("r--------"));
        assertThat(directory().keys(true).keys()).hasSize(1);
    }

    @Test
    void aFileThatIsNoKeyIsRefused() throws Exception {
        directory().keys(false);
        Files.writeString(file("tlog-signing-key.pem"), "no key");
        assertThatThrownBy(() -> directory().keys(true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("cannot be used: it holds no private key in PEM form");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws Exception {
        directory().keys(false);
        byte[] noText = {(byte) 0xFF, 'x', '\n'};
        Files.write(file("tlog-key-rotation"), noText);
        assertThatThrownBy(() -> directory().keys(true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessage("The file " + file("tlog-key-rotation")
                        + ", which says how the key is being replaced, is no text in UTF-8: put it back.");
        Files.delete(file("tlog-key-rotation"));
        Files.write(file("tlog-retired-keys"), noText);
        assertThatThrownBy(() -> directory().keys(true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessage("The file " + file("tlog-retired-keys")
                        + ", which holds the log's former keys, is no text in UTF-8: put it back.");
        Files.write(file("tlog-signing-key.pem"), noText);
        assertThatThrownBy(() -> directory().keys(true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessage("The file " + file("tlog-signing-key.pem")
                        + ", which holds the signing key, is no text in UTF-8: put it back.");
    }

    @Test
    void aSecondKeySignsTooAndMayThenReplaceTheFirst() throws Exception {
        KeyRing first = directory().keys(false);
        KeyDirectory other = new KeyDirectory(temporary.resolve("other"), first.origin());
        other.keys(false);
        Files.copy(temporary.resolve("other/tlog-signing-key.pem"), file("tlog-signing-key-next.pem"));
        Files.setPosixFilePermissions(file("tlog-signing-key-next.pem"), PosixFilePermissions.fromString("rw-------"));

        KeyRing both = directory().keys(true);
        Published overlap = both.sign(tree(3));
        assertThat(overlap.note().signatures()).hasSize(2);
        assertThat(first.open(overlap.note().toBytes())).isEqualTo(overlap);
        directory().publish(both, overlap);

        Files.move(
                file("tlog-signing-key-next.pem"),
                file("tlog-signing-key.pem"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        KeyRing second = directory().keys(true);
        assertThat(second.keys()).hasSize(1);
        assertThat(second.verifierKeys()).isNotEqualTo(first.verifierKeys());
        assertThat(directory().published(second, true)).isEqualTo(overlap);
    }

    @Test
    void aLogBeginsWithThePublishedCheckpointOfNothing() throws Exception {
        KeyRing keys = directory().keys(false);
        Published nothing = directory().published(keys, false);
        assertThat(nothing.checkpoint().size()).isZero();
        assertThat(file("tlog-checkpoint")).hasBinaryContent(nothing.note().toBytes());
        assertThat(directory().published(keys, true)).isEqualTo(nothing);
    }

    @Test
    void theLastPublishedCheckpointMustBeThereAndBeOurs() throws Exception {
        KeyRing keys = directory().keys(false);
        assertThatThrownBy(() -> directory().published(keys, true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("tlog-checkpoint, which holds the last published checkpoint, is missing");
        KeyRing foreign = new KeyDirectory(temporary.resolve("foreign"), null).keys(false);
        Files.write(file("tlog-checkpoint"), foreign.sign(tree(2)).note().toBytes());
        assertThatThrownBy(() -> directory().published(keys, true))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("cannot be trusted: it is not signed by " + keys.origin());
    }

    @Test
    void thePublishedCheckpointOnlyGrows() throws Exception {
        KeyRing keys = directory().keys(false);
        directory().publish(keys, keys.sign(tree(5)));
        directory().publish(keys, keys.sign(tree(4)));
        assertThat(directory().published(keys, true).checkpoint().size()).isEqualTo(5);
        directory().publish(keys, keys.sign(tree(6)));
        assertThat(directory().published(keys, true).checkpoint().size()).isEqualTo(6);
    }

    @Test
    void twoTreesOfOneSizeAreNeverPublished() throws Exception {
        KeyRing keys = directory().keys(false);
        directory().publish(keys, keys.sign(tree(5)));
        Frontier other = tree(4);
        other.append(LeafHash.of(new byte[] {99}));
        assertThatThrownBy(() -> directory().publish(keys, keys.sign(other)))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("Two different checkpoints of 5 events");
        assertThat(directory().published(keys, true)).isEqualTo(keys.sign(tree(5)));
    }

    private static Frontier tree(int size) {
        Frontier tree = Frontier.empty();
        for (int i = 0; i < size; i++) {
            tree.append(LeafHash.of(new byte[] {(byte) i}));
        }
        return tree;
    }
}
