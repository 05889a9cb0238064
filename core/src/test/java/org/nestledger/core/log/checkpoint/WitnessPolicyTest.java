package org.nestledger.core.log.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessPolicyTest {

    private static final String LOG = NoteVectors.vkey("log_key").toString();
    private static final List<VerifierKey> KEYS = IntStream.range(0, 6)
            .mapToObj(i -> WitnessKey.generate("witness.example/" + i).verifierKey())
            .toList();

    private static WitnessPolicy parse(String text) {
        return WitnessPolicy.parse(filled(text).getBytes(StandardCharsets.UTF_8));
    }

    /** In one pass: a key may happen to hold what stands for another. */
    private static String filled(String text) {
        return Pattern.compile("\\b(?:LOG|K(\\d))\\b")
                .matcher(text.replace("|", "\n"))
                .replaceAll(name -> Matcher.quoteReplacement(
                        name.group(1) == null
                                ? LOG
                                : KEYS.get(Integer.parseInt(name.group(1))).toString()));
    }

    private static Set<VerifierKey> keys(int... indexes) {
        return Set.copyOf(IntStream.of(indexes).mapToObj(KEYS::get).toList());
    }

    @Test
    void aQuorumOfTwoLevelsIsReachedByEnoughOfEachGroup() {
        WitnessPolicy policy = parse("""
                # two organisations
                log LOG https://log.example/

                witness X1 K0 https://w.example/x1
                witness X2 K1
                \t witness X3 \tK2\s
                group X-witnesses 2 X1 X2 X3
                witness Y1 K3
                witness Y2 K4
                witness Y3 K5
                group Y-witnesses any Y1 Y2 Y3
                group X-and-Y all X-witnesses Y-witnesses
                quorum X-and-Y
                """);
        assertThat(policy.logs()).containsExactly(NoteVectors.vkey("log_key"));
        assertThat(policy.witnesses()).hasSize(6);
        assertThat(policy.witnesses().getFirst().url()).isEqualTo("https://w.example/x1");
        assertThat(policy.witnesses().get(1).url()).isNull();
        assertThat(policy.asksForWitnesses()).isTrue();
        assertThat(policy.isSatisfiedBy(keys(0, 1, 3))).isTrue();
        assertThat(policy.isSatisfiedBy(keys(1, 2, 5))).isTrue();
        assertThat(policy.isSatisfiedBy(keys(0, 1, 2))).isFalse();
        assertThat(policy.isSatisfiedBy(keys(0, 3, 4, 5))).isFalse();
        assertThat(policy.isSatisfiedBy(keys())).isFalse();
    }

    @Test
    void aQuorumMayBeOneWitnessOrNone() {
        WitnessPolicy one = parse("witness w K0|quorum w");
        assertThat(one.isSatisfiedBy(keys(0))).isTrue();
        assertThat(one.isSatisfiedBy(keys(1))).isFalse();
        WitnessPolicy none = parse("witness w K0|quorum none|");
        assertThat(none.asksForWitnesses()).isFalse();
        assertThat(none.isSatisfiedBy(keys())).isTrue();
        assertThat(parse("quorum none").witnesses()).isEmpty();
        WitnessPolicy two = WitnessPolicy.of(KEYS.subList(0, 3), 2);
        assertThat(two.isSatisfiedBy(keys(0, 2))).isTrue();
        assertThat(two.isSatisfiedBy(keys(2))).isFalse();
    }

    @Test
    void oneWitnessDoesNotCountTwiceUnderWhateverNames() {
        WitnessKey witness = WitnessKey.generate("witness.example/w");
        VerifierKey first = witness.verifierKey();
        VerifierKey renamed = new WitnessKey("witness.example/other", witness.key()).verifierKey();
        for (VerifierKey second : List.of(first, renamed)) {
            assertThatThrownBy(() -> WitnessPolicy.of(List.of(first, KEYS.getFirst(), second), 2))
                    .isInstanceOf(UnverifiedException.class)
                    .hasMessage("the key of " + second.name() + " stands there twice");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; line 1: it ends without a line \"quorum <name>\"",
                "witness w K0|; line 2: it ends without a line",
                "witness w K0||quorum x; line 3: no line before it says what \"x\" is",
                "quorum w|witness w K0; line 1: no line before it says what \"w\" is",
                "witness w K0|quorum w|quorum w; line 3: the quorum is stated already",
                "quorum none none; line 1: it is not of the form \"quorum <name>|none\"",
                "log; line 1: it is not of the form \"log <vkey> [<url>]\"",
                "log LOG|log LOG; line 2: the key of ledger.example/events stands there twice",
                "log K0; line 1: the key of witness.example/0 is a witness's and not a log's",
                "log nonsense; line 1: \"nonsense\" is no verifier key",
                "witness w; line 1: it is not of the form \"witness <name> <vkey> [<url>]\"",
                "witness w LOG; line 1: the key of ledger.example/events is a log's and not a witness's",
                "witness w K0|witness v K0; line 2: the key of witness.example/0 stands there twice",
                "witness w K0|witness w K1; line 2: the name \"w\" is taken",
                "witness none K0; line 1: the name \"none\" is taken",
                "witness w K0|group g any; line 2: it is not of the form \"group <name> <k>|any|all <name>...\"",
                "witness w K0|group g 2 w; line 2: \"2\" is no number of members of a group of 1",
                "witness w K0|group g 0 w; line 2: \"0\" is no number of members",
                "witness w K0|group g 01 w; line 2: \"01\" is no number of members",
                "witness w K0|group g most w; line 2: \"most\" is no number of members",
                "witness w K0|group g any none; line 2: no line before it says what \"none\" is",
                "witness w K0|group g any g; line 2: no line before it says what \"g\" is",
                "witness w K0|group g any w w; line 2: \"w\" is a member of a group already",
                "witness w K0|group g any w|group h any w; line 3: \"w\" is a member of a group already",
                "witness w K0|group w any w; line 2: the name \"w\" is taken",
                "#ok|Quorum none; line 2: \"Quorum\" is none of log, witness, group, quorum"
            })
    void whatIsNoPolicyIsNamedByItsLine(String text, String why) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageStartingWith(why.replace("|none", "|none"));
    }

    @Test
    void linesEndWithALineFeedOnly() {
        assertThatThrownBy(() -> parse("quorum none\r\n")).hasMessage("line 1: it holds a control character");
    }

    @Test
    void aNameOfOctetsThatAreNoTextIsANameAllTheSame() {
        byte[] text = filled("witness w K0|quorum w").getBytes(StandardCharsets.ISO_8859_1);
        text[8] = (byte) 0xff;
        text[text.length - 1] = (byte) 0xff;
        assertThat(WitnessPolicy.parse(text).isSatisfiedBy(keys(0))).isTrue();
        text[text.length - 1] = (byte) 0xfe;
        assertThatThrownBy(() -> WitnessPolicy.parse(text)).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void theKnownCosignedNoteSatisfiesAPolicyOfBothItsWitnessesAndThePlainOneDoesNot() {
        WitnessPolicy both =
                WitnessPolicy.of(List.of(NoteVectors.vkey("witness_key"), NoteVectors.vkey("witness_key_2")), 2);
        both.check(SignedNote.parse(NoteVectors.note("cosigned_note")));
        SignedNote plain = SignedNote.parse(NoteVectors.note("checkpoint_note"));
        assertThatThrownBy(() -> both.check(plain)).hasMessageEndingWith("none has cosigned it");
        SignedNote one = plain.with(
                NoteSignature.parse(NoteVectors.text("cosignature_line").strip()));
        assertThatThrownBy(() -> both.check(one)).hasMessageEndingWith("only witness.example/w1 cosigned it");
    }

    @Test
    void aWrongCosignatureOfAKnownWitnessIsRefusedEvenWhenOthersAreEnough() {
        WitnessPolicy any =
                WitnessPolicy.of(List.of(NoteVectors.vkey("witness_key"), NoteVectors.vkey("witness_key_2")), 1);
        SignedNote moved = new SignedNote(
                SignedNote.parse(NoteVectors.note("empty_log_note")).text(),
                SignedNote.parse(NoteVectors.note("cosigned_note")).signatures());
        assertThatThrownBy(() -> any.check(moved)).hasMessage("its signature by witness.example/w1 is wrong");
    }
}
