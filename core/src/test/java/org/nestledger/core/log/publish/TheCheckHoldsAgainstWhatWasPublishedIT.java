package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.checkpoint.UnverifiedException;

/** Whoever changes a database so that it agrees with itself does not reach the checkpoint beside the keys. */
class TheCheckHoldsAgainstWhatWasPublishedIT {

    @TempDir
    Path keys;

    private SignedLog log;
    private KeyDirectory directory;

    @BeforeEach
    void publish() throws Exception {
        log = new SignedLog(keys);
        log.appendAndAwait(300);
        log.rememberFrontier();
        log.appendAndAwait(300);
        log.signer.close();
        directory = new KeyDirectory(keys, null);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatNobodyTouchedIsSoundByBoth() {
        assertThat(log.appended.check(directory).events()).isEqualTo(600);
        assertThat(log.appended.check().events()).isEqualTo(600);
    }

    @Test
    void aTailThatWasCutOffEverywhere() {
        log.rollBackTo300();
        assertThat(log.appended.check().events()).isEqualTo(300);
        assertThatThrownBy(() -> log.appended.check(directory))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("position 301: a checkpoint of 600 events was published, but there is no event");
    }

    @Test
    void eventsThatWereExchangedForOthersWithATreeOfTheirOwn() {
        log.rollBackTo300();
        log.appended.restart();
        assertThat(log.appended.append(300)).isEqualTo(600);
        assertThat(log.appended.check().events()).isEqualTo(600);
        assertThatThrownBy(() -> log.appended.check(directory))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("position 600: the first 600 events are not those of the checkpoint that was published");
    }

    @Test
    void aDatabaseThatWasEmptied() {
        log.appended.tamper("truncate log.event, log.event_tag, log.log_tile, log.command, log.log_checkpoint;"
                + " update log.log_head set position = 0, frontier = ''");
        assertThat(log.appended.check().events()).isZero();
        assertThatThrownBy(() -> log.appended.check(directory))
                .hasMessage("position 1: a checkpoint of 600 events was published, but there is no event");
    }

    @Test
    void aPublishedCheckpointThatIsNotOursIsNoMeasure() throws Exception {
        Files.writeString(keys.resolve(KeyDirectory.CHECKPOINT), "made up");
        assertThatThrownBy(() -> log.appended.check(directory))
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("cannot be trusted");
    }

    @Test
    void whatWasPublishedIsNotWaitedForWhenTheSignerRefuses() throws Exception {
        log.rollBackTo300();
        log.start();
        assertThat(log.signer.awaitCheckpoint(600, Duration.ofSeconds(60))).isFalse();
        assertThat(log.signer.status()).isInstanceOf(SignerStatus.Refusing.class);
    }

    @Test
    void aTileOfAnotherLength() {
        log.appended.tamper("alter table log.log_tile drop constraint log_tile_hashes_check;"
                + " update log.log_tile set hashes = hashes || '\\x00'::bytea where n = 1");
        assertThatThrownBy(log.appended::check).hasMessage("position 257: tile/0/001 is not of 256 hashes");
        log.appended.tamper("update log.log_tile set hashes = '\\x00'::bytea where n = 1");
        assertThatThrownBy(log.appended::check).hasMessage("position 257: tile/0/001 is not of 256 hashes");
    }
}
