package org.nestledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TilePathTest {

    @Test
    void theKnownPathsAreWrittenAndRead() {
        for (JsonNode known : Vectors.json("tiles.json").get("paths")) {
            TilePath path = TilePath.of(
                    known.get("level").intValue(),
                    known.get("n").longValue(),
                    known.get("width").intValue());
            assertThat(path).hasToString(known.get("path").stringValue());
            assertThat(TilePath.parse(known.get("path").stringValue())).contains(path);
        }
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll @IntRange(min = -1, max = 63) int level,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 256 - 1) long n,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        TilePath path = TilePath.of(level, n, width);
        assertThat(TilePath.parse(path.toString())).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "/tile/0/000",
                "tile/0/000/",
                "tile//000",
                "tile/00/000",
                "tile/01/000",
                "tile/-1/000",
                "tile/64/000",
                "tile/data/000",
                "tile/8/000/1",
                "tile/Entries/000",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/1000",
                "tile/0/x000/000",
                "tile/0/x000/x001/000",
                "tile/0/x01/000",
                "tile/0/X001/000",
                "tile/0/x001",
                "tile/0/001/000",
                "tile/0/000.p/0",
                "tile/0/000.p/00",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/257",
                "tile/0/000.p/999",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/0/000.P/1",
                "tile/0/000.p/+1",
                "tile/0/000.p/1/",
                "tile/0/000?x=1",
                "tile/0/%30%30%30",
                "tile/0/٠٠٠",
                "tile/0/000\n",
                "tile/0/x999/x999/x999/x999/x999/999",
                "tile/entries/x999/x999/x999/x999/x999/x999/999",
                "tile/../checkpoint"
            })
    void anyOtherTextIsNoPath(String text) {
        assertThat(TilePath.parse(text)).isEmpty();
    }

    @Test
    void aTreeHasTheTilesOfTheStandard() {
        assertThat(TilePath.ofLevel(0, 70_000)).hasSize(274).last().hasToString("tile/0/273.p/112");
        assertThat(TilePath.ofLevel(1, 70_000)).hasSize(2).last().hasToString("tile/1/001.p/17");
        assertThat(TilePath.ofLevel(2, 70_000)).singleElement().hasToString("tile/2/000.p/1");
        assertThat(TilePath.ofLevel(3, 70_000)).isEmpty();
        assertThat(TilePath.ofLevel(0, 256)).singleElement().hasToString("tile/0/000");
        assertThat(TilePath.ofLevel(1, 256)).singleElement().hasToString("tile/1/000.p/1");
        assertThat(TilePath.ofLevel(TilePath.ENTRIES, 257)).hasSize(2).last().hasToString("tile/entries/001.p/1");
        assertThat(TilePath.ofLevel(0, 0)).isEmpty();
        assertThat(TilePath.tiles(0, 0)).isZero();
        assertThat(TilePath.tiles(1, 65_537)).isEqualTo(1);
        assertThat(TilePath.tiles(0, 999_999_999_999_999_999L)).isEqualTo(3_906_250_000_000_000L);
    }

    @Test
    void aPathIsWithinATreeThatHasAllItsHashes() {
        assertThat(TilePath.of(0, 1, 44).within(300)).isTrue();
        assertThat(TilePath.of(0, 1, 45).within(300)).isFalse();
        assertThat(TilePath.of(0, 0, 256).within(256)).isTrue();
        assertThat(TilePath.of(1, 0, 1).within(255)).isFalse();
        assertThat(TilePath.of(1, 0, 1).within(256)).isTrue();
        assertThat(TilePath.of(63, 0, 1).within(Long.MAX_VALUE)).isFalse();
        assertThat(TilePath.of(7, 0, 127).within(Long.MAX_VALUE)).isTrue();
        assertThat(TilePath.of(8, 0, 1).within(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void aPathThatNoTreeHasIsRefused() {
        assertThatThrownBy(() -> TilePath.of(64, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.of(-2, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.of(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.of(0, Long.MAX_VALUE / 256, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.of(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.of(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
    }
}
