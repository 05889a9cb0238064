package org.nestledger.core.log.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.MemoryTiles;
import org.nestledger.core.log.merkle.Proofs;
import org.nestledger.core.log.merkle.Vectors;

class AddCheckpointTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 300})
    void theKnownRequestsAreReproducedAndRead(int old) {
        byte[] known = NoteVectors.bytes("witness/add-checkpoint-" + old + "-600.txt");
        MemoryTiles tiles =
                new MemoryTiles(Vectors.records().stream().map(LeafHash::of).toList());
        AddCheckpoint made = new AddCheckpoint(
                old, Proofs.consistency(tiles, old, 600), SignedNote.parse(NoteVectors.note("checkpoint_note")));
        assertThat(made.format()).isEqualTo(known);

        AddCheckpoint read = AddCheckpoint.parse(known);
        assertThat(read.oldSize()).isEqualTo(old);
        assertThat(read.format()).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0\n",
                "old 00\n\nnote\n\n— name AAAAAAA=\n",
                "old -1\n\nnote\n\n— name AAAAAAA=\n",
                "new 0\n\nnote\n\n— name AAAAAAA=\n",
                "old 3\nAAAA\n\nnote\n\n— name AAAAAAA=\n",
                "old 3\nno base64\n\nnote\n\n— name AAAAAAA=\n",
                "old 3\n\nnote without signature\n"
            })
    void whatIsNoRequestIsRefused(String body) {
        assertThatThrownBy(() -> AddCheckpoint.parse(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnverifiedException.class);
    }

    @Test
    void theKnownCosignatureIsTakenFromAWitnesssAnswer() {
        SignedNote note = SignedNote.parse(NoteVectors.note("checkpoint_note"));
        byte[] line = NoteVectors.note("cosignature_line");
        assertThat(note.cosignatures(line, NoteVectors.vkey("witness_key")))
                .singleElement()
                .hasToString(NoteVectors.text("cosignature_line").strip());
        assertThatThrownBy(() -> note.cosignatures(line, NoteVectors.vkey("witness_key_2")))
                .hasMessageStartingWith("it is not signed by witness.example/w2");
    }

    @Test
    void anAnswerThatIsMoreThanSignatureLinesIsRefused() {
        SignedNote note = SignedNote.parse(NoteVectors.note("checkpoint_note"));
        VerifierKey witness = NoteVectors.vkey("witness_key");
        String line = NoteVectors.text("cosignature_line");
        for (String answer : new String[] {"", "\n", "text\n\n" + line, line + "\n", line.strip(), "\n" + line}) {
            assertThatThrownBy(() -> note.cosignatures(answer.getBytes(StandardCharsets.UTF_8), witness))
                    .as(answer)
                    .isInstanceOf(UnverifiedException.class);
        }
    }
}
