package org.nestledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProofsTest {

    private static final int SMALL = 300;
    private static final List<byte[]> HASHES = MemoryTiles.eventHashes(SMALL);
    private static final MemoryTiles[] TREES = new MemoryTiles[SMALL + 1];

    private static MemoryTiles tree(int size) {
        if (TREES[size] == null) {
            TREES[size] = new MemoryTiles(HASHES.subList(0, size));
        }
        return TREES[size];
    }

    private static byte[] root(int size) {
        return MemoryTiles.root(HASHES.subList(0, size));
    }

    @Test
    void theProofsOfSmallTreesAreTheKnownOnes() {
        JsonNode vectors = Vectors.json("merkle_small.json");
        for (JsonNode known : vectors.get("inclusion")) {
            int size = known.get("size").intValue();
            int index = known.get("index").intValue();
            List<byte[]> proof = hashes(known.get("proof"));
            assertThat(Proofs.inclusion(tree(size), index, size)).containsExactlyElementsOf(proof);
            assertThat(Proofs.verifyInclusion(HASHES.get(index), index, size, proof, root(size)))
                    .isTrue();
        }
        for (JsonNode known : vectors.get("consistency")) {
            int oldSize = known.get("old_size").intValue();
            int size = known.get("new_size").intValue();
            List<byte[]> proof = hashes(known.get("proof"));
            assertThat(Proofs.consistency(tree(size), oldSize, size)).containsExactlyElementsOf(proof);
            assertThat(Proofs.verifyConsistency(oldSize, root(oldSize), size, root(size), proof))
                    .isTrue();
        }
    }

    @Test
    void theProofsOfTheExampleLogAreTheKnownOnes() {
        List<byte[]> leaves = Vectors.records().stream().map(LeafHash::of).toList();
        MemoryTiles tiles = new MemoryTiles(leaves);
        JsonNode vectors = Vectors.json("log600_proofs.json");
        for (JsonNode known : vectors.get("inclusion")) {
            int index = known.get("index").intValue();
            assertThat(HexFormat.of().formatHex(leaves.get(index)))
                    .isEqualTo(known.get("leaf_hash").stringValue());
            int size = known.get("size").intValue();
            assertThat(Proofs.inclusion(tiles, index, size)).containsExactlyElementsOf(hashes(known.get("proof")));
        }
        for (JsonNode known : vectors.get("consistency")) {
            int oldSize = known.get("old_size").intValue();
            int size = known.get("new_size").intValue();
            List<byte[]> proof = hashes(known.get("proof"));
            assertThat(Proofs.consistency(tiles, oldSize, size)).containsExactlyElementsOf(proof);
            byte[] oldRoot = base64(known.get("old_root"));
            byte[] root = base64(known.get("new_root"));
            assertThat(Proofs.root(tiles, oldSize)).isEqualTo(oldRoot);
            assertThat(Proofs.root(tiles, size)).isEqualTo(root);
            assertThat(Proofs.verifyConsistency(oldSize, oldRoot, size, root, proof))
                    .isTrue();
        }
    }

    @Test
    void theTilesAndProofsOfATreeOf70000LeavesAreTheKnownOnes() throws Exception {
        JsonNode vectors = Vectors.json("tiles.json").get("tree70000");
        MemoryTiles tiles = MemoryTiles.ofEvents(70_000);
        for (var known : vectors.get("sha256_of_tile").properties()) {
            byte[] tile = tiles.read(TilePath.parse(known.getKey()).orElseThrow());
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(tile)))
                    .isEqualTo(known.getValue().stringValue());
        }
        assertRoot(tiles, 65_536, vectors.get("root_65536_hex"));
        assertRoot(tiles, 65_537, vectors.get("root_65537_hex"));
        assertRoot(tiles, 70_000, vectors.get("root_hex"));
        assertThat(Proofs.inclusion(tiles, 12_345, 70_000))
                .containsExactlyElementsOf(hashes(vectors.get("inclusion_12345")));
        assertThat(Proofs.inclusion(tiles, 69_999, 70_000))
                .containsExactlyElementsOf(hashes(vectors.get("inclusion_69999")));
        assertThat(Proofs.consistency(tiles, 65_537, 70_000))
                .containsExactlyElementsOf(hashes(vectors.get("consistency_65537_70000")));
        assertThat(TilePath.ofLevel(0, 70_000).size()
                        + TilePath.ofLevel(1, 70_000).size()
                        + TilePath.ofLevel(2, 70_000).size())
                .isEqualTo(vectors.get("hash_tile_count").intValue());
    }

    private static void assertRoot(MemoryTiles tiles, long size, JsonNode hex) {
        assertThat(HexFormat.of().formatHex(Proofs.root(tiles, size))).isEqualTo(hex.stringValue());
    }

    @Test
    void everyLeafOfEveryTreeUpTo300IsProved() {
        for (int size = 1; size <= SMALL; size++) {
            byte[] root = root(size);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = Proofs.inclusion(tree(size), index, size);
                assertThat(Proofs.verifyInclusion(HASHES.get(index), index, size, proof, root))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Property(tries = 300)
    void anInclusionProofHoldsForNothingElse(
            @ForAll @IntRange(min = 2, max = SMALL) int size, @ForAll @IntRange(min = 0, max = SMALL - 1) int any) {
        int index = any % size;
        byte[] leaf = HASHES.get(index);
        byte[] root = root(size);
        List<byte[]> proof = Proofs.inclusion(tree(size), index, size);
        assertThat(Proofs.verifyInclusion(leaf, (index + 1) % size, size, proof, root))
                .isFalse();
        assertThat(Proofs.verifyInclusion(leaf, index, index, proof, root)).isFalse();
        assertThat(Proofs.verifyInclusion(leaf, -1, size, proof, root)).isFalse();
        assertThat(Proofs.verifyInclusion(HASHES.get((index + 1) % size), index, size, proof, root))
                .isFalse();
        assertThat(Proofs.verifyInclusion(leaf, index, size, proof, root(size - 1)))
                .isFalse();
        for (List<byte[]> wrong : spoiled(proof)) {
            assertThat(Proofs.verifyInclusion(leaf, index, size, wrong, root)).isFalse();
        }
    }

    @Property(tries = 300)
    void aTreeIsConsistentWithEachOfItsBeginningsAndNothingElse(
            @ForAll @IntRange(min = 2, max = SMALL) int size, @ForAll @IntRange(min = 1, max = SMALL) int any) {
        int oldSize = 1 + any % (size - 1);
        List<byte[]> proof = Proofs.consistency(tree(size), oldSize, size);
        assertThat(Proofs.verifyConsistency(oldSize, root(oldSize), size, root(size), proof))
                .isTrue();
        assertThat(Proofs.verifyConsistency(oldSize, root(size), size, root(size), proof))
                .isFalse();
        assertThat(Proofs.verifyConsistency(oldSize, root(oldSize), size, root(oldSize), proof))
                .isFalse();
        assertThat(Proofs.verifyConsistency(size, root(size), oldSize, root(oldSize), proof))
                .isFalse();
        for (List<byte[]> wrong : spoiled(proof)) {
            assertThat(Proofs.verifyConsistency(oldSize, root(oldSize), size, root(size), wrong))
                    .isFalse();
        }
    }

    private static List<List<byte[]>> spoiled(List<byte[]> proof) {
        List<List<byte[]>> wrong = new ArrayList<>();
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[32]);
        wrong.add(longer);
        wrong.add(proof.subList(1, proof.size()));
        wrong.add(proof.subList(0, proof.size() - 1));
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> flipped = new ArrayList<>(proof);
            flipped.set(i, proof.get(i).clone());
            flipped.get(i)[31] ^= 1;
            wrong.add(flipped);
            List<byte[]> cut = new ArrayList<>(proof);
            cut.set(i, new byte[31]);
            wrong.add(cut);
        }
        return wrong;
    }

    @Test
    void treesOfOneSizeAndTheEmptyTreeNeedNoProof() {
        byte[] nothing = root(0);
        assertThat(Proofs.root(tree(0), 0)).isEqualTo(nothing);
        assertThat(Proofs.consistency(tree(7), 7, 7)).isEmpty();
        assertThat(Proofs.consistency(tree(7), 0, 7)).isEmpty();
        assertThat(Proofs.verifyConsistency(7, root(7), 7, root(7), List.of())).isTrue();
        assertThat(Proofs.verifyConsistency(7, root(7), 7, root(6), List.of())).isFalse();
        assertThat(Proofs.verifyConsistency(7, root(7), 7, root(7), List.of(root(7))))
                .isFalse();
        assertThat(Proofs.verifyConsistency(0, nothing, 7, root(7), List.of())).isTrue();
        assertThat(Proofs.verifyConsistency(0, nothing, 0, nothing, List.of())).isTrue();
        assertThat(Proofs.verifyConsistency(0, nothing, 0, root(7), List.of())).isFalse();
        assertThat(Proofs.verifyConsistency(0, root(1), 7, root(7), List.of())).isFalse();
        assertThat(Proofs.verifyConsistency(0, nothing, 7, root(7), List.of(root(7))))
                .isFalse();
        assertThat(Proofs.verifyConsistency(3, root(3), 7, root(7), List.of())).isFalse();
        assertThat(Proofs.verifyConsistency(4, root(4), 7, root(7), List.of())).isFalse();
        assertThat(Proofs.verifyInclusion(HASHES.getFirst(), 0, 1, List.of(), root(1)))
                .isTrue();
        assertThat(Proofs.verifyInclusion(new byte[31], 0, 1, List.of(), new byte[31]))
                .isFalse();
    }

    @Test
    void aProofOfWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Proofs.inclusion(tree(7), 7, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proofs.inclusion(tree(7), -1, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proofs.consistency(tree(7), 8, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proofs.root(path -> new byte[32], 2)).hasMessageContaining("has 32 bytes, not 64");
    }

    private static List<byte[]> hashes(JsonNode texts) {
        List<byte[]> hashes = new ArrayList<>();
        texts.forEach(text -> hashes.add(base64(text)));
        return hashes;
    }

    private static byte[] base64(JsonNode text) {
        return Base64.getDecoder().decode(text.stringValue());
    }
}
