package org.nestledger.core.log.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.nestledger.core.log.checkpoint.AddCheckpoint;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.Ed25519Key;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.MemoryTiles;
import org.nestledger.core.log.merkle.Proofs;
import org.nestledger.core.log.witness.TestWitness.Manner;

class WitnessClientTest {

    private static final Ed25519Key LOG = Ed25519Key.generate("ledger.example/test", new SecureRandom());

    private TestWitness witness;
    private WitnessClient client;

    @BeforeEach
    void start() {
        witness = new TestWitness("witness.example/w").knowing(List.of(LOG.verifierKey()));
        client = new WitnessClient(witness.url(), witness.key());
    }

    @AfterEach
    void stop() {
        client.close();
        witness.close();
    }

    private static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(LeafHash.of(new byte[] {(byte) i}));
        }
        return leaves;
    }

    private static Checkpoint checkpoint(Ed25519Key key, int size) {
        Frontier tree = Frontier.empty();
        leaves(size).forEach(tree::append);
        return Checkpoint.of(key.keyName(), tree);
    }

    private static AddCheckpoint request(Ed25519Key key, int old, int size) {
        SignedNote note = SignedNote.sign(checkpoint(key, size).text(), List.of(key));
        return new AddCheckpoint(
                old, old > size ? List.of() : Proofs.consistency(new MemoryTiles(leaves(size)), old, size), note);
    }

    private WitnessAnswer ask(int old, int size) throws InterruptedException {
        return client.ask(request(LOG, old, size));
    }

    @Test
    void aWitnessCosignsWhatGrows() throws Exception {
        for (int[] step : new int[][] {{0, 3}, {3, 7}, {7, 7}, {7, 200}}) {
            AddCheckpoint request = request(LOG, step[0], step[1]);
            assertThat(client.ask(request)).isInstanceOfSatisfying(WitnessAnswer.Cosigned.class, given -> {
                SignedNote note = request.note().with(given.lines().getFirst());
                assertThat(note.verify(List.of(LOG.verifierKey(), witness.key())))
                        .hasSize(2);
            });
        }
        assertThat(witness.size()).isEqualTo(200);
    }

    @Test
    void aWitnessThatHoldsAnotherSizeSaysSo() throws Exception {
        witness.remember(7, checkpoint(LOG, 7).root());
        assertThat(ask(0, 9)).isEqualTo(new WitnessAnswer.Holds(7));
        assertThat(ask(7, 9)).isInstanceOf(WitnessAnswer.Cosigned.class);
        witness.remember(9, new byte[32]);
        assertThat(ask(9, 9)).isEqualTo(new WitnessAnswer.Holds(9));
    }

    @Test
    void eachRefusalIsUnderstood() throws Exception {
        assertThat(ask(9, 5))
                .isInstanceOfSatisfying(
                        WitnessAnswer.Refused.class,
                        refused -> assertThat(refused.why()).contains("(400)"));
        witness.remember(3, new byte[32]);
        assertThat(ask(3, 5))
                .isInstanceOfSatisfying(
                        WitnessAnswer.Refused.class,
                        refused -> assertThat(refused.why()).contains("(422)", "may have been forked"));
        Ed25519Key other = Ed25519Key.generate(LOG.keyName(), new SecureRandom());
        assertThat(client.ask(request(other, 0, 5)))
                .isEqualTo(new WitnessAnswer.Refused("it does not know the key that signed (403)"));
        Ed25519Key unknown = Ed25519Key.generate("ledger.example/unknown", new SecureRandom());
        assertThat(client.ask(request(unknown, 0, 5)))
                .isEqualTo(new WitnessAnswer.Refused("it does not know this log (404)"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"HONEST"})
    void whateverElseAWitnessDoesIsAFailureThatIsKnownSoon(Manner manner) throws Exception {
        witness.behave(manner);
        long begun = System.nanoTime();
        assertThat(ask(0, 5)).isInstanceOf(WitnessAnswer.Failed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        witness.behave(Manner.HONEST);
        assertThat(ask((int) witness.size(), 5)).isInstanceOf(WitnessAnswer.Cosigned.class);
    }

    @Test
    void aWitnessThatIsNotThereIsAFailure() throws Exception {
        witness.close();
        assertThat(ask(0, 5)).isInstanceOf(WitnessAnswer.Failed.class);
    }

    @Test
    void aWitnessIsAskedUnderAWebAddressOnly() {
        for (String url : List.of(
                "ftp://witness.example/w",
                "http://witness.example:99999/w",
                "witness.example",
                "no url",
                "http:///w")) {
            assertThatThrownBy(() -> new WitnessClient(url, witness.key()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
