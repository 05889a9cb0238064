package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.LeafHash;

class SigningIT {

    @TempDir
    Path keys;

    private SignedLog log;

    @BeforeEach
    void open() {
        log = new SignedLog(keys);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anEventIsCoveredByAPublishedCheckpointSoonAfterItIsCommitted() throws Exception {
        for (int i = 0; i < 3; i++) {
            Checkpoint checkpoint = log.appendAndAwait(100);
            assertThat(checkpoint).isEqualTo(Checkpoint.of(checkpoint.origin(), tree()));
            assertThat(Files.readAllBytes(keys.resolve("tlog-checkpoint")))
                    .isEqualTo(log.signer.published().orElseThrow().note().toBytes())
                    .isEqualTo(log.appended
                            .select(
                                    byte[].class,
                                    "select note from log.log_checkpoint where size = " + checkpoint.size())
                            .getFirst());
        }
        assertThat(log.sizes()).containsExactly(100L, 200L, 300L);
        await().until(() -> log.signer.lag().unsigned() == 0);
        assertThat(log.signer.lag().age()).isZero();
    }

    @Test
    void whatIsAnsweredAndPublishedSurvivesACrashWhateverTheDefaultOfTheDatabase() throws Exception {
        assertThat(log.appended.select(String.class, "show synchronous_commit")).containsExactly("off");
        log.appended.tamper("""
                create table promised (what text, durable text);
                create function promise() returns trigger language plpgsql as $$
                    begin
                        insert into promised values (tg_table_name, current_setting('synchronous_commit'));
                        return null;
                    end $$;
                create trigger promise after insert on log.event execute function promise();
                create trigger promise after insert on log.log_checkpoint execute function promise()""");

        log.appendAndAwait(1);

        assertThat(log.appended.select(String.class, "select what || ' ' || durable from promised order by what"))
                .containsExactly("event on", "log_checkpoint on");
    }

    @Test
    void eventsOfAnotherProcessAreSignedToo() throws Exception {
        long position = log.appended.appendElsewhere(5);
        assertThat(log.signer.awaitCheckpoint(position, Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void thereIsAtMostOneCheckpointASecondAndNoneWhenNothingChanged() throws Exception {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < 3_500_000_000L) {
            log.appended.append(1);
        }
        long head = log.appended.log().head();
        assertThat(log.signer.awaitCheckpoint(head, Duration.ofSeconds(20))).isTrue();
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        assertThat(log.sizes()).hasSizeBetween(2, (int) seconds + 2);
        assertThat(
                        log.appended.select(
                                Boolean.class,
                                "select coalesce(bool_and(gap > interval '950 ms'), true) from (select created_at - lag(created_at)"
                                        + " over (order by size) as gap from log.log_checkpoint) as gaps where gap is not null"))
                .containsExactly(true);
        int before = log.sizes().size();
        Thread.sleep(2_500);
        assertThat(log.sizes()).hasSize(before);
    }

    @Test
    void ofTwoSignersOneSignsAndBothPublish() throws Exception {
        try (CheckpointSigner other = log.another()) {
            long position = log.appended.append(10);
            assertThat(log.signer.awaitCheckpoint(position, Duration.ofSeconds(20)))
                    .isTrue();
            assertThat(other.awaitCheckpoint(position, Duration.ofSeconds(20))).isTrue();
            assertThat(other.published()).isEqualTo(log.signer.published());
            await().until(() -> log.signer.status() instanceof SignerStatus.Signing
                    ^ other.status() instanceof SignerStatus.Signing);

            log.signer.close();
            long next = log.appended.append(10);
            assertThat(other.awaitCheckpoint(next, Duration.ofSeconds(20))).isTrue();
            await().until(() -> other.status() instanceof SignerStatus.Signing);
        }
    }

    @Test
    void whatIsUnsignedWhenTheSignerEndsIsSignedAtItsEnd() throws Exception {
        log.appendAndAwait(1);
        long last = log.appended.append(3);
        log.signer.close();
        assertThat(log.checkpoint().size()).isEqualTo(last);
        assertThat(log.signer.status()).isInstanceOf(SignerStatus.Off.class);
    }

    @Test
    void aSignerThatIsRestartedGoesOnFromTheSameTree() throws Exception {
        Checkpoint before = log.appendAndAwait(700);
        log.restart();
        assertThat(log.checkpoint()).isEqualTo(before);
        Checkpoint after = log.appendAndAwait(7);
        assertThat(after).isEqualTo(Checkpoint.of(before.origin(), tree()));
    }

    @Test
    void aCheckpointThatWasCommittedButNotPublishedIsPublishedByTheNextSigner() throws Exception {
        Checkpoint first = log.appendAndAwait(10);
        byte[] published = Files.readAllBytes(keys.resolve("tlog-checkpoint"));
        Checkpoint second = log.appendAndAwait(10);
        log.signer.close();
        Files.write(keys.resolve("tlog-checkpoint"), published);
        log.start();
        assertThat(log.signer.awaitCheckpoint(20, Duration.ofSeconds(20))).isTrue();
        assertThat(log.checkpoint()).isEqualTo(second);
        assertThat(log.sizes()).containsExactly(first.size(), second.size());
    }

    @Test
    void aLostConnectionIsTakenUpAgain() throws Exception {
        log.appendAndAwait(1);
        log.appended.database().killConnections();
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).until(() -> log.appended.append(1) > 0);
        assertThat(log.signer.awaitCheckpoint(log.appended.log().head(), Duration.ofSeconds(30)))
                .isTrue();
    }

    @Test
    void aSecondKeySignsInASecondLine() throws Exception {
        log.appendAndAwait(1);
        log.signer.close();
        KeyDirectory spare =
                new KeyDirectory(keys.resolve("spare"), log.checkpoint().origin());
        spare.keys(false);
        Files.move(keys.resolve("spare/tlog-signing-key.pem"), keys.resolve("tlog-signing-key-next.pem"));
        log.start();
        log.appendAndAwait(1);
        assertThat(log.signer.verifierKeys()).hasSize(2);
        assertThat(log.signer.published().orElseThrow().note().verify(log.signer.verifierKeys()))
                .hasSize(2);
    }

    @Test
    void aSignerDoesNotStartWithoutItsKey() throws Exception {
        log.appendAndAwait(1);
        log.signer.close();
        Path key = keys.resolve("tlog-signing-key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(log::start)
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("read or changed by others");
        Files.delete(key);
        assertThatThrownBy(log::start)
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void aKeyThatIsReplacedUnderARunningSignerSignsUntilTheOverlapEnds() throws Exception {
        KeyDirectory directory = new KeyDirectory(keys, null);
        log.appendAndAwait(1);
        KeyRotation change = directory.rotate(Duration.ofSeconds(6), false);
        directory.recorded(change);
        log.appendAndAwait(1);
        for (VerifierKey key : List.of(change.from(), change.to())) {
            assertThat(log.signer.published().orElseThrow().note().verify(List.of(key)))
                    .hasSize(1);
        }
        assertThat(log.signer.verifierKeys()).containsExactly(change.from(), change.to());
        await().until(() -> Instant.now().isAfter(change.until()));
        log.appendAndAwait(1);
        assertThat(log.signer.verifierKeys()).containsExactly(change.to());
        assertThat(log.signer.published().orElseThrow().note().signatures()).hasSize(1);
        log.restart();
        assertThat(log.appendAndAwait(1).size()).isEqualTo(4);
    }

    private Frontier tree() {
        Frontier tree = Frontier.empty();
        List<byte[]> records = log.appended.records();
        records.forEach(record -> tree.append(LeafHash.of(record)));
        return tree;
    }
}
