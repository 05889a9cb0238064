package org.nestledger.core.log.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final VerifierKey LOG = NoteVectors.vkey("log_key");
    private static final VerifierKey NEXT = NoteVectors.vkey("log_key_next");
    private static final VerifierKey WITNESS = NoteVectors.vkey("witness_key");
    private static final VerifierKey WITNESS_2 = NoteVectors.vkey("witness_key_2");
    private static final String BODY = NoteVectors.text("checkpoint_body");
    private static final String LINE = NoteVectors.text("checkpoint_note").substring(BODY.length() + 1);

    @Test
    void theKnownNoteIsReproducedToTheByte() {
        SignedNote note = SignedNote.sign(BODY, List.of(NoteVectors.signer("log_key")));
        assertThat(note).hasToString(NoteVectors.text("checkpoint_note"));
        assertThat(SignedNote.parse(note.toBytes())).isEqualTo(note);
    }

    @Test
    void twoKeysSignWhileOneReplacesTheOther() {
        SignedNote note =
                SignedNote.sign(BODY, List.of(NoteVectors.signer("log_key"), NoteVectors.signer("log_key_next")));
        assertThat(note).hasToString(NoteVectors.text("rotated_note"));
        assertThat(note.verify(List.of(LOG))).containsExactly(LOG);
        assertThat(note.verify(List.of(NEXT))).containsExactly(NEXT);
        assertThat(note.verify(List.of(NEXT, LOG))).containsExactlyInAnyOrder(LOG, NEXT);
    }

    @Test
    void thePublishedExampleIsVerified() {
        var example = NoteVectors.key("published_c2sp_example");
        VerifierKey key = VerifierKey.parse(example.get("vkey").stringValue());
        SignedNote note = parse(example.get("note").stringValue());
        assertThat(note.verify(List.of(key))).containsExactly(key);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
    }

    @Test
    void cosignaturesAreVerified() {
        SignedNote note = parse(NoteVectors.text("cosigned_note"));
        assertThat(note.verify(List.of(LOG, WITNESS, WITNESS_2))).containsExactly(LOG, WITNESS, WITNESS_2);
        NoteSignature line = note.signatures().get(1);
        assertThat(line + "\n").isEqualTo(NoteVectors.text("cosignature_line"));
        assertThat(SignedNote.parse(NoteVectors.note("checkpoint_note"))
                        .with(line)
                        .with(note.signatures().get(2)))
                .isEqualTo(note);
        assertThat(new String(
                        VerifierKey.cosigned(
                                NoteVectors.key("cosignature_time").longValue(), BODY.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8))
                .isEqualTo(NoteVectors.text("cosignature_msg"));
    }

    @Test
    void aCosignatureOfAnotherTimeIsWrong() {
        SignedNote note = parse(NoteVectors.text("cosigned_note"));
        NoteSignature line = note.signatures().get(1);
        byte[] later = line.bytes().clone();
        later[7]++;
        SignedNote forged = new SignedNote(
                note.text(),
                List.of(note.signatures().getFirst(), new NoteSignature(line.keyName(), line.keyId(), later)));
        assertThatThrownBy(() -> forged.verify(List.of(LOG, WITNESS)))
                .hasMessage("its signature by witness.example/w1 is wrong");
        assertThat(forged.verify(List.of(LOG))).containsExactly(LOG);
        SignedNote cut =
                new SignedNote(note.text(), List.of(new NoteSignature(line.keyName(), line.keyId(), new byte[64])));
        assertThatThrownBy(() -> cut.verify(List.of(WITNESS))).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void aWrongSignatureOfAKnownKeyRejectsTheNoteWhateverElseItBears() {
        SignedNote note = parse(NoteVectors.text("rotated_note").replace("600\n", "601\n"));
        assertThatThrownBy(() -> note.verify(List.of(LOG))).hasMessageContaining("is wrong");
        SignedNote genuine = parse(NoteVectors.text("checkpoint_note"));
        SignedNote mixed = genuine.with(new NoteSignature(NEXT.name(), NEXT.id(), new byte[64]));
        assertThat(mixed.verify(List.of(LOG))).containsExactly(LOG);
        assertThatThrownBy(() -> mixed.verify(List.of(LOG, NEXT))).hasMessageContaining("is wrong");
    }

    @Test
    void aNoteOfUnknownKeysIsNotSigned() {
        assertThatThrownBy(() -> parse(NoteVectors.text("checkpoint_note")).verify(List.of(NEXT)))
                .hasMessage("it is not signed by " + NEXT);
        assertThatThrownBy(() -> parse(NoteVectors.text("checkpoint_note")).verify(List.of()))
                .isInstanceOf(UnverifiedException.class);
    }

    @Test
    void theTextEndsAtTheLastBlankLine() {
        SignedNote note = SignedNote.sign("one\n\ntwo\n", List.of(NoteVectors.signer("log_key")));
        SignedNote again = SignedNote.parse(note.toBytes());
        assertThat(again.text()).isEqualTo("one\n\ntwo\n");
        assertThat(again.verify(List.of(LOG))).containsExactly(LOG);
    }

    @Test
    void manySignaturesAreTaken() {
        SignedNote note = SignedNote.parse(NoteVectors.note("checkpoint_note"));
        for (int i = 0; i < 20; i++) {
            note = note.with(new NoteSignature("other.example/" + i, i, new byte[] {1}));
        }
        assertThat(SignedNote.parse(note.toBytes()).verify(List.of(LOG))).containsExactly(LOG);
        String tooMany = BODY + "\n" + String.join("", Collections.nCopies(101, LINE));
        assertThatThrownBy(() -> parse(tooMany)).isInstanceOf(UnverifiedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n— name AAAAAAA=",
                "text\n\nname AAAAAAA=\n",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n—name AAAAAAA=\n",
                "text\n\n— name\n",
                "text\n\n— name AAAAAAA= more\n",
                "text\n\n— name  AAAAAAA=\n",
                "text\n\n— na+me AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— name AAAAAA==\n",
                "text\n\n— name AAAAAAB=\n",
                "text\n\n— name AAAAAAA\n",
                "text\n\n— name !AAAAAA=\n",
                "text\n\n— name AAAAAAA=\n\n",
                "text\n\n— name AAAAAAA=\nmore\n",
                "te\u0000xt\n\n— name AAAAAAA=\n",
                "te\txt\n\n— name AAAAAAA=\n",
                "text\r\n\n— name AAAAAAA=\n"
            })
    void whatIsNoNoteIsRefused(String note) {
        assertThatThrownBy(() -> parse(note)).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] note = NoteVectors.note("checkpoint_note");
        note[0] = (byte) 0xff;
        assertThatThrownBy(() -> SignedNote.parse(note)).hasMessage("it is no UTF-8");
        assertThatThrownBy(() -> SignedNote.parse(new byte[1_000_001])).hasMessage("it is larger than any note");
    }

    private static SignedNote parse(String note) {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    }
}
