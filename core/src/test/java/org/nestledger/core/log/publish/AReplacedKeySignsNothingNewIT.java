package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.checkpoint.Ed25519Key;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.SigningKey;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.nestledger.core.log.checkpoint.WitnessPolicy.Quorum;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.witness.TestWitness;

/** Whoever has a key of before, and the database, gets nothing published with both. */
class AReplacedKeySignsNothingNewIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path keys;

    private SignedLog log;
    private KeyDirectory directory;
    private SigningKey old;

    @BeforeEach
    void publish() throws Exception {
        log = new SignedLog(keys);
        log.appendAndAwait(300);
        directory = new KeyDirectory(keys, null);
        String pem = Files.readString(keys.resolve(KeyFiles.KEY));
        old = Ed25519Key.ofPem(directory.keys(true).origin(), pem);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private VerifierKey rotate(Duration overlap, boolean compromised) throws Exception {
        KeyRotation change = directory.rotate(overlap, compromised);
        directory.recorded(change);
        return change.to();
    }

    /** One more event of which the old key alone signs a checkpoint. */
    private Published forge() {
        Published note = forged();
        String hex = HexFormat.of().formatHex(note.note().toBytes());
        long size = note.checkpoint().size();
        log.appended.tamper(("insert into log.event select %d, recorded_at, type, record, leaf from log.event"
                        + " where position = %d; update log.log_head set position = %d, frontier = decode('%s', 'hex');"
                        + " insert into log.log_checkpoint (size, root, note) values (%d, decode('%s', 'hex'), decode('%s', 'hex'))")
                .formatted(
                        size,
                        size - 1,
                        size,
                        HexFormat.of().formatHex(grown().toBytes()),
                        size,
                        HexFormat.of().formatHex(note.checkpoint().root()),
                        hex));
        return note;
    }

    private Published forged() {
        return new KeyRing(old.keyName(), List.of(old), List.of()).sign(grown());
    }

    /** The tree with its last leaf once more. */
    private Frontier grown() {
        long size = log.appended
                .select(Long.class, "select position from log.log_head")
                .getFirst();
        Frontier tree = Frontier.of(
                size,
                log.appended
                        .select(byte[].class, "select frontier from log.log_head")
                        .getFirst());
        tree.append(log.appended
                .select(byte[].class, "select leaf from log.event where position = " + size)
                .getFirst());
        return tree;
    }

    private boolean isSignedBy(VerifierKey key) {
        return !log.signer
                .published()
                .orElseThrow()
                .note()
                .signers(List.of(key))
                .isEmpty();
    }

    @Test
    void aCheckpointThatOnlyTheReplacedKeySignedEndsTheSigning() throws Exception {
        VerifierKey next = rotate(Duration.ZERO, true);
        Published before = published(log.appendAndAwait(1).size());
        forge();
        log.signer.wake();
        assertThat(log.awaitRefusal())
                .startsWith("The database holds a checkpoint of 302 events that only a replaced key has signed, ")
                .contains(old.verifierKey().toString(), "tlog-checkpoint");
        assertThat(log.signer.published()).contains(before);
        assertThat(isSignedBy(next)).isTrue();
        assertThat(Files.readAllBytes(keys.resolve("tlog-checkpoint")))
                .isEqualTo(before.note().toBytes());

        log.restart();
        assertThat(log.awaitRefusal()).contains("a checkpoint of 302 events that only a replaced key has signed");
        assertThat(log.signer.published()).contains(before);
    }

    private Published published(long size) {
        assertThat(log.checkpoint().size()).isEqualTo(size);
        return log.signer.published().orElseThrow();
    }

    @Test
    void aProcessThatFollowsDoesNotPublishItEither() throws Exception {
        try (CheckpointSigner follower = log.another()) {
            rotate(Duration.ZERO, true);
            Published before = published(log.appendAndAwait(1).size());
            await().atMost(PATIENCE).until(() -> follower.published().equals(log.signer.published()));
            forge();
            log.signer.wake();
            log.awaitRefusal();
            await().atMost(PATIENCE).until(() -> follower.status() instanceof SignerStatus.Refusing);
            assertThat(follower.published()).contains(before);
        }
    }

    @Test
    void whileOneKeyReplacesTheOtherEachOfThemIsBelieved() throws Exception {
        rotate(Duration.ofDays(30), false);
        log.signer.close();
        forge();
        log.start();
        await().atMost(PATIENCE).until(() -> log.checkpoint().size() == 301);
        log.appendAndAwait(1);
        assertThat(log.signer.status()).isInstanceOf(SignerStatus.Signing.class);
    }

    @Test
    void whatWasPublishedBeforeIsPublishedUnderTheNewKeyThoughNothingWasRecordedSince() throws Exception {
        VerifierKey next = rotate(Duration.ZERO, true);
        await().atMost(PATIENCE).until(() -> isSignedBy(next));
        assertThat(log.signer.verifierKeys()).containsExactly(next);
        assertThat(isSignedBy(old.verifierKey())).as("it was signed in time").isTrue();
        log.restart();
        await().atMost(PATIENCE).until(() -> isSignedBy(next));
        assertThat(log.sizes()).containsExactly(300L);
    }

    @Test
    void whatWasSignedJustBeforeTheChangeAndPublishedIsNoForgery() throws Exception {
        log.signer.close();
        Published last = forge();
        directory.publish(directory.keys(true), last);
        VerifierKey next = rotate(Duration.ZERO, true);
        log.start();
        await().atMost(PATIENCE).until(() -> log.checkpoint().size() == 301 && isSignedBy(next));
        assertThat(log.appendAndAwait(1).size()).isEqualTo(302);
    }

    @Test
    void aCosignedCheckpointThatOnlyTheReplacedKeySignedEndsTheSigningToo() throws Exception {
        try (TestWitness witness = new TestWitness("witness.example/one")) {
            log.signer.close();
            log.policy = new WitnessPolicy(List.of(), List.of(witness.witness()), new Quorum.Nobody());
            VerifierKey next = rotate(Duration.ZERO, true);
            witness.knowing(List.of(next));
            insertCosigned(forged());
            log.start();
            assertThat(log.awaitRefusal())
                    .startsWith("The database holds a checkpoint of 301 events that only a replaced key has signed, ");
            assertThat(log.checkpoint().size()).isEqualTo(300);
        }
    }

    @Test
    void whatWasCosignedBeforeTheChangeStaysAndIsPublishedUnderTheNewKey() throws Exception {
        try (TestWitness witness = new TestWitness("witness.example/one")) {
            witness.knowing(directory.keys(true).verifierKeys());
            log.signer.close();
            log.policy = new WitnessPolicy(List.of(), List.of(witness.witness()), new Quorum.One(witness.key()));
            log.start();
            log.appendAndAwait(1);
            log.signer.close();
            witness.behave(TestWitness.Manner.BROKEN);
            VerifierKey next = rotate(Duration.ZERO, true);
            log.start();
            await().atMost(PATIENCE).until(() -> isSignedBy(next));
            SignedNote note = published(301).note();
            log.policy.check(note);
        }
    }

    private void insertCosigned(Published forged) {
        log.appended.tamper("insert into log.log_cosigned (size, note) values (%d, decode('%s', 'hex'))"
                .formatted(
                        forged.checkpoint().size(),
                        HexFormat.of().formatHex(forged.note().toBytes())));
    }
}
