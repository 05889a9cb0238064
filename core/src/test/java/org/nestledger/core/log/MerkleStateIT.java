package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.LogFixture.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.log.merkle.Frontier;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.TileEdge;

/** What stands in the database of the Merkle tree follows from the records alone. */
class MerkleStateIT {

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void leavesTilesAndFrontierFollowFromTheRecordsWhateverTheBatches() {
        Random random = new Random(7);
        while (fixture.log.head() < 1_400) {
            append(1 + random.nextInt(120));
            if (random.nextInt(3) == 0) {
                fixture.restart();
            }
        }
        assertTreeFollowsFromRecords();
    }

    @Test
    void twoLogsThatWriteInTurnsKeepOneTree() {
        try (PostgresEventLog other = fixture.open(LogOptions.defaults())) {
            PostgresEventStorageEngine engine = new PostgresEventStorageEngine(other);
            for (int i = 0; i < 8; i++) {
                append(50);
                LogFixture.get(LogFixture.appending(engine, AppendCondition.none(), events(50)));
            }
        }
        assertThat(fixture.log.head()).isEqualTo(800);
        assertTreeFollowsFromRecords();
    }

    @Test
    void aFrontierThatDoesNotFollowFromTheLeavesStopsTheWriter() {
        append(3);
        fixture.database.execute("update log.log_head set frontier = decode(repeat('00', 64), 'hex')");
        fixture.restart();
        assertThatThrownBy(() -> append(1)).hasMessageContaining("frontier");
        assertThat(fixture.log.head()).isEqualTo(3);
    }

    private void append(int count) {
        fixture.append(events(count));
    }

    private static TaggedEventMessage<?>[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> event("text " + i, "n:" + i))
                .toArray(TaggedEventMessage<?>[]::new);
    }

    private void assertTreeFollowsFromRecords() {
        Frontier frontier = Frontier.empty();
        TileEdge edge = TileEdge.empty();
        List<FullTile> tiles = new ArrayList<>();
        List<byte[]> leaves = fixture.select(byte[].class, "select leaf from log.event order by position");
        for (byte[] record : fixture.select(byte[].class, "select record from log.event order by position")) {
            byte[] leaf = LeafHash.of(record);
            assertThat(leaves.get((int) frontier.size())).isEqualTo(leaf);
            frontier.append(leaf);
            tiles.addAll(edge.append(leaf));
        }
        assertThat(fixture.select(byte[].class, "select frontier from log.log_head")
                        .getFirst())
                .isEqualTo(frontier.toBytes());
        assertThat(fixture.select(byte[].class, "select hashes from log.log_tile order by level, n"))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(tiles.stream().map(FullTile::hashes).toList());
        assertThat(fixture.select(
                        Boolean.class, "select bool_and(leaf = sha256('\\x00'::bytea || record)) from log.event"))
                .containsExactly(true);
    }
}
