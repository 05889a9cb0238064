package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.TlogProof;
import org.nestledger.core.log.merkle.EntryBundle;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.MemoryTiles;
import org.nestledger.core.log.merkle.Proofs;
import org.nestledger.core.log.merkle.TilePath;

class PublishedLogIT {

    @TempDir
    Path keys;

    private SignedLog log;

    @BeforeEach
    void open() {
        log = new SignedLog(keys);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void everyTileAndBundleOfEveryWidthFollowsFromTheRecords() throws Exception {
        log.appendAndAwait(600);
        List<byte[]> records = log.appended.records();
        MemoryTiles tiles = new MemoryTiles(records.stream().map(LeafHash::of).toList());
        for (String text : List.of(
                "tile/0/000",
                "tile/0/001",
                "tile/0/001.p/44",
                "tile/0/002.p/1",
                "tile/0/002.p/88",
                "tile/1/000.p/1",
                "tile/1/000.p/2")) {
            TilePath path = TilePath.parse(text).orElseThrow();
            assertThat(log.published.file(path))
                    .as(text)
                    .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(tiles.read(path)));
        }
        assertThat(log.published.file(TilePath.of(TilePath.ENTRIES, 1, 44)))
                .hasValueSatisfying(
                        bytes -> assertThat(bytes).isEqualTo(EntryBundle.encode(records.subList(256, 300))));
        assertThat(log.published.file(TilePath.of(TilePath.ENTRIES, 2, 88)))
                .hasValueSatisfying(
                        bytes -> assertThat(bytes).isEqualTo(EntryBundle.encode(records.subList(512, 600))));
    }

    @Test
    void nothingBeyondThePublishedCheckpointIsShown() throws Exception {
        log.appendAndAwait(300);
        log.signer.close();
        log.appended.append(300);
        for (String text : List.of(
                "tile/0/001",
                "tile/0/001.p/45",
                "tile/0/002.p/1",
                "tile/1/000.p/2",
                "tile/1/000",
                "tile/2/000.p/1",
                "tile/63/000.p/1",
                "tile/entries/001.p/45",
                "tile/entries/002.p/1")) {
            assertThat(log.published.file(TilePath.parse(text).orElseThrow()))
                    .as(text)
                    .isEmpty();
        }
        assertThat(log.published.prove(301)).isEmpty();
        assertThat(log.published.record(301)).isEmpty();
        assertThat(log.published.prove(0)).isEmpty();
        assertThat(log.published.record(0)).isEmpty();
    }

    @Test
    void everyEventHasAReceiptThatVerifiesWithoutTheLog() throws Exception {
        log.appendAndAwait(300);
        for (int position : new int[] {1, 2, 255, 256, 257, 300}) {
            byte[] record = log.published.record(position).orElseThrow();
            assertThat(record).isEqualTo(log.appended.records().get(position - 1));
            TlogProof proof =
                    TlogProof.parse(log.published.prove(position).orElseThrow().format());
            assertThat(proof.verify(record, log.signer.verifierKeys()).size()).isEqualTo(300);
        }
    }

    @Test
    void growthIsProved() throws Exception {
        Checkpoint small = log.appendAndAwait(3);
        Checkpoint larger = log.appendAndAwait(400);
        List<byte[]> proof = log.published.consistency(small).orElseThrow();
        assertThat(Proofs.verifyConsistency(small.size(), small.root(), larger.size(), larger.root(), proof))
                .isTrue();
        assertThat(log.published.consistency(new Checkpoint(small.origin(), 1_000, small.root())))
                .isEmpty();
    }

    @Test
    void aTileOfALevelAboveIsMadeOfTheTilesBelowAlsoWhenItGrows() throws Exception {
        log.appendAndAwait(520);
        TilePath two = TilePath.of(1, 0, 2);
        byte[] before = log.published.file(two).orElseThrow();
        log.appendAndAwait(256);
        byte[] three = log.published.file(TilePath.of(1, 0, 3)).orElseThrow();
        assertThat(Arrays.copyOf(three, 64)).isEqualTo(before);
        assertThat(log.published.file(two))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(before));
    }
}
