package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.log.publish.KeyRotated;

/** What is stored for ever, as in {@link EventContractTest}. */
class EventsAboutTheLogAreKeptTest {

    private static final String BYTES = """
            {"compromised":true,"lastTrusted":["ledger.example/events","7","root"],"newKey":"new","oldKey":"old",\
            "overlapUntil":"2026-03-01T00:00:00Z"}""";

    private static final KeyRotated EVENT =
            new KeyRotated("old", "new", "2026-03-01T00:00:00Z", true, List.of("ledger.example/events", "7", "root"));

    @Test
    void aKeyThatWasReplacedIsWrittenAndReadToTheByte() {
        LedgerCodec codec = new LedgerCodec();
        assertThat(codec.encode(EVENT)).asString(StandardCharsets.UTF_8).isEqualTo(BYTES);
        assertThat(codec.decode("log.KeyRotated", 1, LedgerJson.mapper().readTree(BYTES)))
                .isEqualTo(EVENT);
        byte[] stored = BYTES.getBytes(StandardCharsets.UTF_8);
        assertThat(codec.decode("log.KeyRotated", 1, stored, 0, stored.length)).isEqualTo(EVENT);
    }

    @Test
    void anotherVersionOrMoreFieldsAreNotGuessed() {
        LedgerCodec codec = new LedgerCodec();
        var data = LedgerJson.mapper().readTree(BYTES);
        assertThatThrownBy(() -> codec.decode("log.KeyRotated", 2, data)).isInstanceOf(IllegalArgumentException.class);
        var more = LedgerJson.mapper().readTree(BYTES.replace("{", "{\"more\":1,"));
        assertThatThrownBy(() -> codec.decode("log.KeyRotated", 1, more)).isInstanceOf(IllegalArgumentException.class);
    }
}
