package org.nestledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileEdgeTest {

    @Test
    void theFullTilesOfTheExampleLogAreTheKnownOnes() {
        TileEdge edge = TileEdge.empty();
        List<FullTile> full = new ArrayList<>();
        Vectors.records().forEach(record -> full.addAll(edge.append(LeafHash.of(record))));

        assertThat(full).extracting(FullTile::level).containsExactly(0, 0);
        assertThat(full).extracting(FullTile::n).containsExactly(0L, 1L);
        assertThat(full.get(0).hashes()).isEqualTo(Vectors.tile(0, "000"));
        assertThat(full.get(1).hashes()).isEqualTo(Vectors.tile(0, "001"));
        assertThat(full.get(0).root()).isEqualTo(Arrays.copyOf(Vectors.tile(1, "000.p/2"), 32));
    }

    @Test
    void aTileOfTheNextLevelHoldsTheRootsOf256Tiles() {
        TileEdge edge = TileEdge.empty();
        List<FullTile> full = new ArrayList<>();
        Frontier frontier = Frontier.empty();
        byte[] leaf = LeafHash.of(new byte[] {1});
        for (int i = 0; i < 65_536; i++) {
            full.addAll(edge.append(leaf));
            frontier.append(leaf);
            if (i % 97 == 0) {
                assertThat(edge.frontier().toBytes()).isEqualTo(frontier.toBytes());
            }
        }
        assertThat(full).hasSize(257);
        assertThat(full.getLast().level()).isEqualTo(1);
        assertThat(full.getLast().n()).isZero();
        assertThat(full.getLast().root()).isEqualTo(frontier.root());
    }

    @Test
    void anEdgeThatIsLoadedGoesOnWhereTheTreeEnds() {
        List<byte[]> leaves = Vectors.records().stream().map(LeafHash::of).toList();
        TileEdge edge = TileEdge.of(
                300, List.of(leaves.subList(256, 300), List.of(Arrays.copyOf(Vectors.tile(1, "000.p/2"), 32))));
        List<FullTile> full = new ArrayList<>();
        leaves.subList(300, 600).forEach(leaf -> full.addAll(edge.append(leaf)));
        assertThat(full).hasSize(1);
        assertThat(full.getFirst().n()).isEqualTo(1);
        assertThat(full.getFirst().hashes()).isEqualTo(Vectors.tile(0, "001"));
    }

    @Test
    void anEdgeThatDoesNotFitTheSizeIsRefused() {
        assertThatThrownBy(() -> TileEdge.of(1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TileEdge.of(0, List.of(List.of(new byte[32]))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TileEdge.of(256, List.of(List.of()))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FullTile(0, 0, new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBeginningOfATileThatIsNotFullIsFoundAtTheEdgeAndNothingElse() {
        TileEdge edge = TileEdge.empty();
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            leaves.add(LeafHash.of(new byte[] {(byte) i, (byte) (i >> 8)}));
            List<FullTile> _ = edge.append(leaves.get(i));
        }
        MemoryTiles tiles = new MemoryTiles(leaves);
        for (TilePath path : List.of(TilePath.of(0, 2, 88), TilePath.of(0, 2, 1), TilePath.of(1, 0, 2))) {
            assertThat(edge.find(path))
                    .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(tiles.read(path)));
        }
        for (TilePath path : List.of(
                TilePath.of(0, 2, 89),
                TilePath.of(0, 1, 88),
                TilePath.of(0, 3, 1),
                TilePath.of(1, 0, 3),
                TilePath.of(2, 0, 1),
                TilePath.of(TilePath.ENTRIES, 2, 88))) {
            assertThat(edge.find(path)).as("%s", path).isEmpty();
        }
        assertThat(edge.size()).isEqualTo(600);
    }
}
