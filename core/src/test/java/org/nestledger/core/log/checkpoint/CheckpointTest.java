package org.nestledger.core.log.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.Vectors;

class CheckpointTest {

    private static final VerifierKey LOG = NoteVectors.vkey("log_key");
    private static final VerifierKey WITNESS = NoteVectors.vkey("witness_key");
    private static final String ORIGIN = "ledger.example/events";
    private static final String ROOT = "q/4LpVXi68bHpoDB7/OxT2817dq6FHTQfriHTvkPunQ=";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 300, 512, 600})
    void theCheckpointsOfTheExampleLogAreReproducedToTheByte(int size) {
        Frontier tree = Frontier.empty();
        Vectors.records().subList(0, size).forEach(record -> tree.append(LeafHash.of(record)));
        Checkpoint checkpoint = Checkpoint.of(ORIGIN, tree);
        byte[] note = SignedNote.sign(checkpoint.text(), List.of(NoteVectors.signer("log_key")))
                .toBytes();
        assertThat(note).isEqualTo(Vectors.file("log600/checkpoints/" + size));
        assertThat(Checkpoint.open(note, List.of(LOG))).isEqualTo(checkpoint);
    }

    @Test
    void rotatedAndCosignedCheckpointsAreTheSameCheckpoint() {
        Checkpoint plain = Checkpoint.open(Vectors.file("log600/checkpoint"), List.of(LOG));
        for (String name : List.of("600.cosigned", "600.rotated")) {
            byte[] note = Vectors.file("log600/checkpoints/" + name);
            assertThat(Checkpoint.open(note, List.of(LOG, WITNESS))).isEqualTo(plain);
        }
        assertThat(Checkpoint.open(NoteVectors.note("rotated_note"), List.of(NoteVectors.vkey("log_key_next"))))
                .isEqualTo(plain);
        assertThat(plain).hasToString("ledger.example/events with 600 events");
    }

    @Test
    void aWitnessDoesNotSpeakForTheLog() {
        assertThatThrownBy(() -> Checkpoint.open(NoteVectors.note("cosigned_note"), List.of(WITNESS)))
                .hasMessage("it is not signed by the log itself");
    }

    @Test
    void aCheckpointOfAnotherOriginIsRefused() {
        SignedNote note =
                SignedNote.sign("other.example/events\n600\n" + ROOT + "\n", List.of(NoteVectors.signer("log_key")));
        assertThatThrownBy(() -> Checkpoint.open(note.toBytes(), List.of(LOG)))
                .hasMessage("it is a checkpoint of other.example/events");
    }

    @Test
    void anEmptyLogHasTheRootOfNothing() {
        Checkpoint empty = Checkpoint.open(NoteVectors.note("empty_log_note"), List.of(LOG));
        assertThat(empty).isEqualTo(Checkpoint.of(ORIGIN, Frontier.empty()));
        assertThatThrownBy(() -> Checkpoint.parse(ORIGIN + "\n0\n" + ROOT + "\n"))
                .hasMessage("its root is not the one of an empty log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n600\n",
                "o\n600\n" + ROOT,
                "\n600\n" + ROOT + "\n",
                "o\n600\n" + ROOT + "\nextension\n",
                "o\n600\n" + ROOT + "\n\n",
                "o\n0600\n" + ROOT + "\n",
                "o\n+600\n" + ROOT + "\n",
                "o\n-1\n" + ROOT + "\n",
                "o\n6e2\n" + ROOT + "\n",
                "o\n 600\n" + ROOT + "\n",
                "o\n９\n" + ROOT + "\n",
                "o\n9999999999999999999\n" + ROOT + "\n",
                "o\n600\nAAAA\n",
                "o\n600\nq/4LpVXi68bHpoDB7/OxT2817dq6FHTQfriHTvkPunR=\n",
                "o\n600\nq/4LpVXi68bHpoDB7/OxT2817dq6FHTQfriHTvkPunQ\n",
                "o\n600\nq_4LpVXi68bHpoDB7_OxT2817dq6FHTQfriHTvkPunQ=\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void aTextThatIsReadIsWrittenAlike() {
        String text = NoteVectors.text("checkpoint_body");
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
        assertThat(Checkpoint.parse(text).text().getBytes(StandardCharsets.UTF_8))
                .hasSize(71);
    }
}
