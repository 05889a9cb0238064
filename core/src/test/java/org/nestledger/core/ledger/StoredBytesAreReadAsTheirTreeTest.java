package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The way without a tree gives the same events, and refuses the same. */
class StoredBytesAreReadAsTheirTreeTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/events");

    private final LedgerCodec codec = new LedgerCodec();

    static Stream<String> golden() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void everyEventThatWasEverStored(String file) throws IOException {
        String[] name = file.split("\\.", -1);
        String type = name[0] + "." + name[1];
        int version = Integer.parseInt(name[name.length - 2].substring(1));
        String data = Files.readString(GOLDEN.resolve(file)).strip();
        JsonNode tree = LedgerJson.mapper().readTree(data);

        assertThat(decoded(type, version, data)).isEqualTo(codec.decode(type, version, tree));
    }

    @Test
    void whatIsUnknownOrDoesNotFitIsRefusedAlike() {
        assertThatThrownBy(() -> decoded("zone.Nothing", 1, "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no event type \"zone.Nothing\" is known");
        assertThatThrownBy(() -> decoded("zone.ZoneDesignated", 99, "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 99");
        for (String wrong : new String[] {"{\"more\":1}", "[]", "{", "{}}", "{\"zone\":\"a\",\"zone\":\"a\"}"}) {
            assertThatThrownBy(() -> decoded("zone.ZoneAmended", 1, wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Among other bytes, as in a record. */
    private Object decoded(String type, int version, String data) {
        byte[] json = data.getBytes(StandardCharsets.UTF_8);
        byte[] record = ("{\"data\":" + data + ",\"id\"").getBytes(StandardCharsets.UTF_8);
        return codec.decode(type, version, record, "{\"data\":".length(), json.length);
    }
}
