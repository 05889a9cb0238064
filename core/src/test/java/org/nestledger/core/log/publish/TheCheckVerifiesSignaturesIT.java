package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.LogCheck;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.Ed25519Key;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.SigningKey;
import org.nestledger.core.log.checkpoint.UnverifiedException;

/** What the operator's check calls a signed checkpoint was signed by the log. */
class TheCheckVerifiesSignaturesIT {

    @TempDir
    Path temporary;

    private Path keys;
    private SignedLog log;
    private KeyDirectory directory;
    private SigningKey old;
    private SigningKey next;

    @BeforeEach
    void publishUnderOneKeyAndThenUnderAnother() throws Exception {
        keys = temporary.resolve("keys");
        log = new SignedLog(keys);
        log.appendAndAwait(300);
        directory = new KeyDirectory(keys, null);
        old = directory.keys(true).keys().getFirst();
        directory.recorded(directory.rotate(Duration.ZERO, true));
        next = directory.keys(true).keys().getFirst();
        log.appendAndAwait(20);
        log.signer.close();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private byte[] note(long size) {
        return log.appended
                .select(byte[].class, "select note from log.log_checkpoint where size = " + size)
                .getFirst();
    }

    private void put(String table, long size, SignedNote note) {
        log.appended.tamper("update log.%s set note = decode('%s', 'hex') where size = %d"
                .formatted(table, HexFormat.of().formatHex(note.toBytes()), size));
    }

    private SignedNote signed(String text, SigningKey key) {
        return SignedNote.sign(text, List.of(key));
    }

    private void assertDamaged(String line) {
        assertThatThrownBy(() -> log.appended.check(directory))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageStartingWith(line);
    }

    @Test
    void ofEachKeyInItsTime() {
        LogCheck.Sound sound = log.appended.check(directory);
        assertThat(sound.checkpoints()).isEqualTo(2);
        assertThat(sound.verified()).isTrue();
    }

    @Test
    void whatAnotherKeySignedIsDamage() {
        SigningKey foreign = Ed25519Key.generate(old.keyName(), new SecureRandom());
        String text = SignedNote.parse(note(300)).text();
        put("log_checkpoint", 300, signed(text, foreign));
        assertDamaged(
                "position 300: the checkpoint of the first 300 events is not to be trusted: it is not signed by ");
    }

    @Test
    void aSignatureOfOtherWordsIsDamage() {
        SignedNote other = signed(SignedNote.parse(note(320)).text(), old);
        put("log_checkpoint", 300, new SignedNote(SignedNote.parse(note(300)).text(), other.signatures()));
        assertDamaged("position 300: the checkpoint of the first 300 events is not to be trusted: its signature by ");
    }

    @Test
    void theCheckpointOfAnotherLogIsDamage() {
        Checkpoint here = Checkpoint.parse(SignedNote.parse(note(300)).text());
        String text = new Checkpoint("elsewhere.example/log", here.size(), here.root()).text();
        put("log_checkpoint", 300, signed(text, old));
        assertDamaged("position 300: the checkpoint of the first 300 events is not to be trusted: it is a checkpoint of"
                + " elsewhere.example/log");
    }

    @Test
    void whatAReplacedKeySignedBeyondThePublishedCheckpointIsDamage() throws Exception {
        put("log_checkpoint", 320, signed(SignedNote.parse(note(320)).text(), old));
        log.appended.check(directory);
        Files.write(keys.resolve(KeyDirectory.CHECKPOINT), note(300));
        assertDamaged(
                "position 320: the checkpoint of the first 320 events is not to be trusted: only a replaced key has"
                        + " signed it, and it was not published");
    }

    @Test
    void aCosignedCheckpointIsHeldAgainstTheKeysToo() {
        log.appended.tamper("insert into log.log_cosigned (size, note) select size, note from log.log_checkpoint");
        assertThat(log.appended.check(directory).checkpoints()).isEqualTo(2);
        SigningKey foreign = Ed25519Key.generate(old.keyName(), new SecureRandom());
        put("log_cosigned", 320, signed(SignedNote.parse(note(320)).text(), foreign));
        assertDamaged("position 320: the cosigned checkpoint of the first 320 events is not to be trusted: it is not"
                + " signed by " + next.verifierKey());
    }

    @Test
    void withoutKeysTheyAreNotCalledSigned() {
        LogCheck.Sound sound = log.appended.check(new KeyDirectory(temporary.resolve("elsewhere"), null));
        assertThat(sound.checkpoints()).isEqualTo(2);
        assertThat(sound.verified()).isFalse();
        assertThat(temporary.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void withTheKeysThePublishedCheckpointMustBeThere() throws Exception {
        Files.delete(keys.resolve(KeyDirectory.CHECKPOINT));
        assertThatThrownBy(() -> log.appended.check(directory))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("tlog-checkpoint, which holds the last published checkpoint, is missing: put it");
    }

    @Test
    void withThePublishedCheckpointTheKeyMustBeThere() throws Exception {
        Files.delete(keys.resolve(KeyFiles.KEY));
        assertThatThrownBy(() -> log.appended.check(directory))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("tlog-signing-key.pem is missing");
    }
}
