package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.checkpoint.Checkpoint;

/** Whatever happens to the database, what was published is never contradicted. */
class SignerRefusesIT {

    @TempDir
    Path keys;

    private SignedLog log;
    private Checkpoint published;

    @BeforeEach
    void publish() throws Exception {
        log = new SignedLog(keys);
        log.appendAndAwait(300);
        log.rememberFrontier();
        published = log.appendAndAwait(300);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void toSignAfterAnOlderBackupWasRestored() throws Exception {
        log.signer.close();
        log.rollBackTo300();
        log.start();
        assertThat(log.awaitRefusal()).contains("holds 300 events, but a checkpoint of 600 was published");
        assertUnchanged();
    }

    @Test
    void toSignAfterAnOlderBackupWasRestoredAndOutgrewWhatWasPublished() throws Exception {
        log.signer.close();
        log.rollBackTo300();
        log.appended.restart();
        assertThat(log.appended.append(400)).isEqualTo(700);
        log.start();
        assertThat(log.awaitRefusal()).contains("The first 600 events of the database are not those of the checkpoint");
        assertUnchanged();
    }

    @Test
    void toSignWhenTheDatabaseIsRolledBackUnderARunningSigner() throws Exception {
        log.rollBackTo300();
        assertThat(log.awaitRefusal()).contains("holds 300 events, but a checkpoint of 600 was published");
        assertUnchanged();
    }

    @Test
    void toSignALeafThatWasChangedWhileItWasDown() throws Exception {
        log.signer.close();
        log.appended.tamper("update log.log_tile set hashes = overlay(hashes placing '\\x00'::bytea from 4000)"
                + " where level = 0 and n = 1");
        log.start();
        assertThat(log.awaitRefusal()).contains("The first 600 events");
        assertUnchanged();
    }

    @Test
    void toSignATreeThatDoesNotGrowOutOfThePublishedOne() throws Exception {
        log.appended.tamper(
                "update log.log_head set position = 601," + " frontier = frontier || decode(repeat('00', 32), 'hex')");
        assertThat(log.awaitRefusal()).contains("events does not grow out of the published one of 600");
        assertUnchanged();
    }

    @Test
    void aCheckpointInTheDatabaseThatItsEventsDoNotHave() throws Exception {
        log.signer.close();
        KeyRing ring = new KeyDirectory(keys, null).keys(true);
        var forged = org.nestledger.core.log.merkle.Frontier.empty();
        for (int i = 0; i < 601; i++) {
            forged.append(new byte[32]);
        }
        Published note = ring.sign(forged);
        log.appended.append(1);
        log.appended.tamper(
                "insert into log.log_checkpoint (size, root, note) values (601, decode(repeat('00', 32), 'hex'), '"
                        + note.note().toString().replace("'", "''") + "')");
        log.start();
        assertThat(log.awaitRefusal()).isNotEmpty();
        assertThat(Files.readString(keys.resolve("tlog-checkpoint"))).contains("\n600\n");
    }

    @Test
    void toWorkWithAnotherDatabaseThanTheOneThatWasPublished() throws Exception {
        try (SignedLog other = new SignedLog(keys)) {
            assertThat(other.awaitRefusal()).contains("holds 0 events, but a checkpoint of 600 was published");
        }
    }

    @Test
    void nobodyWaitsForASignatureThatWillNotCome() throws Exception {
        log.rollBackTo300();
        log.awaitRefusal();
        assertThat(log.signer.awaitCheckpoint(10_000, Duration.ofSeconds(30))).isFalse();
    }

    private void assertUnchanged() throws Exception {
        assertThat(log.checkpoint()).isEqualTo(published);
        assertThat(Files.readString(keys.resolve("tlog-checkpoint"))).contains("\n600\n");
        assertThat(log.sizes()).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(600));
    }
}
