package org.nestledger.core.log.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.MemoryTiles;
import org.nestledger.core.log.merkle.Proofs;
import org.nestledger.core.log.merkle.Vectors;

class TlogProofTest {

    private static final List<VerifierKey> KEYS =
            List.of(NoteVectors.vkey("log_key"), NoteVectors.vkey("witness_key"), NoteVectors.vkey("witness_key_2"));

    @ParameterizedTest
    @ValueSource(ints = {0, 137, 599})
    void theKnownReceiptsAreReproducedAndVerified(int index) {
        byte[] file = NoteVectors.bytes("proofs/event-" + index + ".tlog-proof");
        byte[] record = NoteVectors.bytes("proofs/event-" + index + ".record");
        MemoryTiles tiles =
                new MemoryTiles(Vectors.records().stream().map(LeafHash::of).toList());
        TlogProof made = new TlogProof(
                index, Proofs.inclusion(tiles, index, 600), SignedNote.parse(NoteVectors.note("cosigned_note")));
        assertThat(made.format()).isEqualTo(file);

        TlogProof read = TlogProof.parse(file);
        assertThat(read.index()).isEqualTo(index);
        assertThat(read.format()).isEqualTo(file);
        assertThat(read.verify(record, KEYS).size()).isEqualTo(600);
    }

    @Test
    void aReceiptHoldsForItsRecordOnly() {
        TlogProof proof = TlogProof.parse(NoteVectors.bytes("proofs/event-137.tlog-proof"));
        byte[] record = NoteVectors.bytes("proofs/event-137.record");
        byte[] edited = record.clone();
        edited[20]++;
        assertThatThrownBy(() -> proof.verify(edited, KEYS)).hasMessage("the record is not the event at position 138");
        TlogProof moved = new TlogProof(138, proof.hashes(), proof.note());
        assertThatThrownBy(() -> moved.verify(record, KEYS)).hasMessage("the record is not the event at position 139");
        TlogProof beyond = new TlogProof(600, proof.hashes(), proof.note());
        assertThatThrownBy(() -> beyond.verify(record, KEYS)).hasMessageContaining("not the one at position 601");
        TlogProof forged = new TlogProof(
                137,
                proof.hashes(),
                new SignedNote(
                        proof.note().text().replace("\n600\n", "\n599\n"),
                        proof.note().signatures()));
        assertThatThrownBy(() -> forged.verify(record, KEYS)).hasMessageStartingWith("the checkpoint is not genuine");
    }

    @Test
    void aReceiptOfTheOnlyEventHasNoHashes() {
        byte[] record = Vectors.records().getFirst();
        TlogProof proof = new TlogProof(0, List.of(), SignedNote.parse(Vectors.file("log600/checkpoints/1")));
        assertThat(TlogProof.parse(proof.format()).verify(record, KEYS).size()).isEqualTo(1);
    }

    @Test
    void anExtraLineIsPassedOver() {
        String file = new String(NoteVectors.bytes("proofs/event-0.tlog-proof"), StandardCharsets.UTF_8);
        String extra = file.replaceFirst("index", "extra AAAA\nindex");
        TlogProof proof = TlogProof.parse(extra.getBytes(StandardCharsets.UTF_8));
        assertThat(proof.format()).asString(StandardCharsets.UTF_8).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n",
                "c2sp.org/tlog-proof@v2\nindex 0\n\nnote\n\n— name AAAAAAA=\n",
                "c2sp.org/tlog-proof@v1\n\nnote\n\n— name AAAAAAA=\n",
                "c2sp.org/tlog-proof@v1\nindex 00\n\nnote\n\n— name AAAAAAA=\n",
                "c2sp.org/tlog-proof@v1\nindex -1\n\nnote\n\n— name AAAAAAA=\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nnote\n\n— name AAAAAAA=\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nnot base64\n\nnote\n\n— name AAAAAAA=\n",
                "c2sp.org/tlog-proof@v1\nextra ?\nindex 0\n\nnote\n\n— name AAAAAAA=\n",
                "c2sp.org/tlog-proof@v1\r\nindex 0\r\n\r\nnote",
                " c2sp.org/tlog-proof@v1\nindex 0\n\nnote\n\n— name AAAAAAA=\n"
            })
    void whatIsNoReceiptIsRefused(String file) {
        assertThatThrownBy(() -> TlogProof.parse(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnverifiedException.class);
    }
}
