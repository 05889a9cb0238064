package org.nestledger.core.log.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final String VKEY = NoteVectors.key("log_key").get("vkey").stringValue();

    @ParameterizedTest
    @ValueSource(strings = {"log_key", "log_key_next", "witness_key", "witness_key_2"})
    void theKnownKeysHaveTheKnownIdsAndForms(String name) {
        var known = NoteVectors.key(name);
        VerifierKey key = NoteVectors.vkey(name);
        assertThat(key).hasToString(known.get("vkey").stringValue());
        assertThat(key.name()).isEqualTo(known.get("name").stringValue());
        assertThat(VerifierKey.hex(key.id())).isEqualTo(known.get("key_id_hex").stringValue());
        assertThat(key.cosigns()).isEqualTo(known.get("type").intValue() == 4);
        assertThat(HexFormat.of().formatHex(NoteVectors.signer(name).publicKey()))
                .isEqualTo(known.get("public_hex").stringValue());
    }

    @Test
    void aSigningKeyKnowsItsVerifierKey() {
        assertThat(NoteVectors.signer("log_key").verifierKey()).isEqualTo(VerifierKey.parse(VKEY));
        assertThat(NoteVectors.bytes("log600.vkey"))
                .asString(StandardCharsets.UTF_8)
                .startsWith(VKEY);
    }

    @Test
    void aKeyIsTheSameAfterItWasAFile() {
        Ed25519Key key = Ed25519Key.generate("ledger.example/events", new SecureRandom());
        Ed25519Key again = Ed25519Key.ofPem("ledger.example/events", key.toPem());
        assertThat(again.verifierKey()).isEqualTo(key.verifierKey());
        assertThat(again.sign(new byte[] {1})).isEqualTo(key.sign(new byte[] {1}));
        assertThat(key.toPem()).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("-----END PRIVATE KEY-----\n");
        assertThat(key.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void aKeyThatOpensslMadeIsTaken() {
        String pem = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
            -----END PRIVATE KEY-----
            """;
        assertThat(Ed25519Key.ofPem("ledger.example/events", pem).verifierKey()).hasToString(VKEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PRIVATE",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4=\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n-----END EC PRIVATE KEY-----"
            })
    void aFileWithoutEd25519KeyIsRefused(String pem) {
        assertThatThrownBy(() -> Ed25519Key.ofPem("ledger.example/events", pem))
                .isInstanceOf(UnverifiedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ledger.example/events",
                "ledger.example/events+1aaa64c3",
                "+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "ledger example+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "ledger.example/other+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "ledger.example/events+1AAA64C3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "ledger.example/events+1aaa64c4+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "ledger.example/events+1aaa64c3+AgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG5",
                "ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVQ==",
                "ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4\n"
            })
    void whatIsNoVerifierKeyIsRefused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(UnverifiedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\tb", "a\u00a0b", "a\u3000b", "a\nb", "\ud800"})
    void aNameThatWouldNotFitASignatureLineIsRefused(String name) {
        assertThatThrownBy(() -> Ed25519Key.ofSeed(name, new byte[32])).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void aNameMayBeOfAnyScript() {
        assertThat(Ed25519Key.ofSeed("台账.example/events", new byte[32]).keyName())
                .isEqualTo("台账.example/events");
    }
}
