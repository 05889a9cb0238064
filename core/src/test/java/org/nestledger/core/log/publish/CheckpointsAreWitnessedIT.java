package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nestledger.core.log.checkpoint.TlogProof;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.nestledger.core.log.checkpoint.WitnessPolicy.Quorum;
import org.nestledger.core.log.checkpoint.WitnessPolicy.Witness;
import org.nestledger.core.log.witness.TestWitness;
import org.nestledger.core.log.witness.TestWitness.Manner;

class CheckpointsAreWitnessedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path keys;

    private final TestWitness one = new TestWitness("witness.example/one");
    private final TestWitness two = new TestWitness("witness.example/two");
    private SignedLog log;

    @BeforeEach
    void introduce() throws Exception {
        List<VerifierKey> known = new KeyDirectory(keys, null).keys(false).verifierKeys();
        one.knowing(known);
        two.knowing(known);
    }

    @AfterEach
    void close() {
        if (log != null) {
            log.close();
        }
        one.close();
        two.close();
    }

    private static WitnessPolicy of(int threshold, TestWitness... witnesses) {
        List<Witness> all = Stream.of(witnesses).map(TestWitness::witness).toList();
        List<Quorum> members = all.stream()
                .<Quorum>map(witness -> new Quorum.One(witness.key()))
                .toList();
        return new WitnessPolicy(
                List.of(), all, threshold == 0 ? new Quorum.Nobody() : new Quorum.Group(threshold, members));
    }

    private void open(WitnessPolicy policy) {
        log = new SignedLog(keys, policy);
    }

    private WitnessStatus status(TestWitness witness) {
        return log.signer.witnesses().stream()
                .filter(status -> status.name().equals(witness.key().name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsPublishedIsTheNewestThatTheQuorumHasCosigned() throws Exception {
        open(of(2, one, two));
        assertThat(log.signer.published()).isEmpty();
        log.appendAndAwait(300);
        Published published = log.signer.published().orElseThrow();
        log.policy.check(published.note());
        assertThat(published.note().signatures()).hasSize(3);
        assertThat(log.appended.select(Long.class, "select size from log.log_cosigned"))
                .containsExactly(300L);
        log.appendAndAwait(20);
        assertThat(one.requests())
                .extracting(asked -> asked.oldSize())
                .as("what it held is remembered")
                .containsOnly(0L, 300L);
        TlogProof receipt = TlogProof.parse(log.published.prove(7).orElseThrow().format());
        log.policy.check(receipt.note());
        assertThat(receipt.verify(log.published.record(7).orElseThrow(), log.signer.verifierKeys())
                        .size())
                .isEqualTo(320);
        assertThat(status(one).lag()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aWitnessThatMisbehavesHoldsUpNeitherSigningNorTheQuorumOfTheOthers(Manner manner) throws Exception {
        open(of(1, one, two));
        two.behave(manner);
        log.appendAndAwait(3);
        long head = log.appended.append(2);
        await().atMost(PATIENCE).until(() -> log.signer.lag().signed() == head);
        assertThat(log.signer.awaitCheckpoint(head, PATIENCE)).isTrue();
        assertThat(status(one).cosigned()).isEqualTo(head);
        if (manner != Manner.HONEST && manner != Manner.SLOW) {
            assertThat(status(two).lag()).isEqualTo(head);
            assertThat(status(two).state()).isNotEqualTo("it has cosigned");
        }
        assertThat(log.signer.status()).isInstanceOf(SignerStatus.Signing.class);
    }

    @Test
    void withoutItsQuorumSigningGoesOnAndThePublishedCheckpointStays() throws Exception {
        open(of(2, one, two));
        log.appendAndAwait(3);
        two.behave(Manner.BROKEN);
        long head = log.appended.append(4);
        await().atMost(PATIENCE).until(() -> status(one).cosigned() == head);
        assertThat(log.signer.lag()).satisfies(lag -> {
            assertThat(lag.signed()).isEqualTo(head);
            assertThat(lag.published()).isEqualTo(3);
            assertThat(lag.unsigned()).isZero();
        });
        assertThat(log.checkpoint().size()).isEqualTo(3);
        assertThat(log.published.prove(head)).isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(two))
                        .isEqualTo(new WitnessStatus(two.key().name(), 3, 4, "it answers with status 500")));
        two.behave(Manner.HONEST);
        assertThat(log.signer.awaitCheckpoint(head, PATIENCE)).isTrue();
    }

    @Test
    void withoutAQuorumTheNewestIsPublishedAtOnceAndCosignaturesAreAdded() throws Exception {
        open(of(0, one));
        one.behave(Manner.SLOW);
        log.appendAndAwait(5);
        assertThat(log.signer.published().orElseThrow().note().signatures()).hasSize(1);
        one.behave(Manner.HONEST);
        await().atMost(PATIENCE)
                .until(() ->
                        log.signer.published().orElseThrow().note().signatures().size() == 2);
        assertThat(log.checkpoint().size()).isEqualTo(5);
    }

    @Test
    void whatWasCosignedIsPublishedAgainAfterARestartThoughTheWitnessIsGone() throws Exception {
        open(of(1, one));
        log.appendAndAwait(5);
        one.behave(Manner.BROKEN);
        log.restart();
        assertThat(log.checkpoint().size()).isEqualTo(5);
        log.policy.check(log.signer.published().orElseThrow().note());
        one.behave(Manner.HONEST);
        log.appendAndAwait(5);
        assertThat(one.requests())
                .allSatisfy(asked -> assertThat(asked.oldSize()).isIn(0L, 5L));
    }

    @Test
    void aWitnessThatHoldsAnOlderCheckpointThanIsRememberedIsAskedFromThere() throws Exception {
        open(of(1, one));
        var three = log.appendAndAwait(3);
        log.appendAndAwait(4);
        one.remember(3, three.root());
        log.appendAndAwait(300);
        assertThat(one.size()).isEqualTo(307);
        one.remember(0, new byte[32]);
        log.appendAndAwait(1);
        assertThat(one.requests().getLast().oldSize()).isZero();
    }

    @Test
    void aWitnessThatHasSeenMoreThanTheLogHoldsEndsTheSigningButNoAppend() throws Exception {
        open(of(1, one, two));
        log.appendAndAwait(3);
        two.remember(1_000, new byte[32]);
        log.appended.append(1);
        assertThat(log.awaitRefusal())
                .contains("The witness witness.example/two holds a checkpoint of 1000 events")
                .contains("restored from an older backup");
        assertThat(log.appended.append(1)).isEqualTo(5);
        Thread.sleep(1_500);
        assertThat(log.sizes()).allSatisfy(size -> assertThat(size).isLessThan(5));
    }

    @Test
    void aWitnessThatHoldsAnotherTreeOfTheSameSizeIsAnAlarmInItsState() throws Exception {
        open(of(1, one, two));
        log.appendAndAwait(3);
        two.remember(3, new byte[32]);
        long head = log.appended.append(1);
        await().atMost(PATIENCE).until(() -> status(two).state().contains("may have been forked"));
        assertThat(log.signer.awaitCheckpoint(head, PATIENCE)).isTrue();
    }

    @Test
    void aRefusalIsNotRepeatedUnchanged() throws Exception {
        two.knowing(List.of());
        open(of(1, one, two));
        log.appendAndAwait(3);
        await().atMost(PATIENCE).until(() -> status(two).state().contains("(404)"));
        int asked = two.requests().size();
        Thread.sleep(2_500);
        assertThat(two.requests()).hasSize(asked);
        log.appendAndAwait(1);
        await().atMost(PATIENCE).until(() -> two.requests().size() > asked);
    }

    @Test
    void aProcessThatFollowsPublishesWhatTheOtherOneWasGiven() throws Exception {
        open(of(1, one));
        try (CheckpointSigner other = log.another()) {
            long head = log.appended.append(9);
            assertThat(log.signer.awaitCheckpoint(head, PATIENCE)).isTrue();
            assertThat(other.awaitCheckpoint(head, PATIENCE)).isTrue();
            assertThat(other.published()).isEqualTo(log.signer.published());
        }
    }

    @Test
    void aPolicyThatIsNotOneForThisLogKeepsTheSignerFromStarting() {
        open(WitnessPolicy.none());
        log.signer.close();
        log.policy = new WitnessPolicy(List.of(two.key()), List.of(), new Quorum.Nobody());
        assertThatThrownBy(log::start)
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageStartingWith("The policy is one for other logs: it has no line \"log ledger.localhost/");
        log.policy = WitnessPolicy.of(List.of(one.key()), 1);
        assertThatThrownBy(log::start)
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining("with a URL in their lines");
        log.policy = new WitnessPolicy(
                List.of(), List.of(new Witness("w", one.key(), "nowhere")), new Quorum.One(one.key()));
        assertThatThrownBy(log::start)
                .isInstanceOf(SignerRefusedException.class)
                .hasMessageContaining(
                        "The witness w of the policy cannot be asked: \"nowhere\" is no http or https URL");
    }
}
