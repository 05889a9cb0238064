package org.nestledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FrontierTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theRootAfterEachLeafOfTheStandardIsTheKnownOne() {
        Frontier frontier = Frontier.empty();
        for (JsonNode step : Vectors.json("merkle_rfc6962_8.json")) {
            frontier.append(LeafHash.of(HEX.parseHex(step.get("leaf_hex").stringValue())));
            assertThat(HEX.formatHex(frontier.root()))
                    .isEqualTo(step.get("root_hex_after").stringValue());
        }
        assertThat(frontier.size()).isEqualTo(8);
    }

    @Test
    void leafHashesAndRootsOfSmallTreesAreTheKnownOnes() {
        JsonNode vectors = Vectors.json("merkle_small.json");
        Frontier frontier = Frontier.empty();
        for (JsonNode root : vectors.get("roots")) {
            int size = root.get("size").intValue();
            assertThat(frontier.size()).isEqualTo(size);
            assertThat(HEX.formatHex(frontier.root()))
                    .isEqualTo(root.get("root_hex").stringValue());
            if (size < vectors.get("leaves").size()) {
                JsonNode leaf = vectors.get("leaves").get(size);
                byte[] hash = LeafHash.of(leaf.get("utf8").stringValue().getBytes(StandardCharsets.UTF_8));
                assertThat(HEX.formatHex(hash)).isEqualTo(leaf.get("leaf_hash").stringValue());
                frontier.append(hash);
            }
        }
        assertThat(frontier.size()).isGreaterThanOrEqualTo(33);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 300, 512, 600})
    void theRootOfTheExampleLogIsTheSignedOne(int size) {
        Frontier frontier = Frontier.empty();
        Vectors.records().subList(0, size).forEach(record -> frontier.append(LeafHash.of(record)));
        assertThat(frontier.root()).isEqualTo(Vectors.root(size));
    }

    @Test
    void aFrontierThatIsStoredAndLoadedAfterEachLeafGoesOnAsIfNothingHappened() {
        Frontier straight = Frontier.empty();
        Frontier stored = Frontier.empty();
        for (byte[] record : Vectors.records()) {
            straight.append(LeafHash.of(record));
            stored.append(LeafHash.of(record));
            stored = Frontier.of(stored.size(), stored.toBytes());
            assertThat(stored.toBytes()).hasSize(32 * Long.bitCount(straight.size()));
            assertThat(stored.root()).isEqualTo(straight.root());
        }
    }

    @Test
    void aCopyDoesNotChangeWithItsOriginal() {
        Frontier original = Frontier.empty();
        Frontier copy = original.copy();
        original.append(LeafHash.of(new byte[0]));
        assertThat(copy.size()).isZero();
        assertThat(copy.toBytes()).isEmpty();
    }

    @Test
    void bytesThatDoNotFitTheSizeAreRefused() {
        for (int length : List.of(0, 31, 33, 96)) {
            assertThatThrownBy(() -> Frontier.of(3, new byte[length])).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
