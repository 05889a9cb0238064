package org.nestledger.core.log.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The tiles of a tree that is small enough to be computed from its leaf hashes by the definition. */
public final class MemoryTiles implements TileReader {

    private final List<List<byte[]>> levels = new ArrayList<>();

    public MemoryTiles(List<byte[]> leafHashes) {
        levels.add(leafHashes);
        while (levels.getLast().size() >= FullTile.WIDTH) {
            List<byte[]> below = levels.getLast();
            levels.add(IntStream.range(0, below.size() / FullTile.WIDTH)
                    .mapToObj(i -> root(below.subList(i * FullTile.WIDTH, (i + 1) * FullTile.WIDTH)))
                    .toList());
        }
    }

    /** The tree with these leaves: event-0, event-1, … */
    static MemoryTiles ofEvents(int count) {
        return new MemoryTiles(eventHashes(count));
    }

    static List<byte[]> eventHashes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LeafHash.of(("event-" + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    static byte[] root(List<byte[]> hashes) {
        Frontier frontier = Frontier.empty();
        hashes.forEach(frontier::append);
        return frontier.root();
    }

    @Override
    public byte[] read(TilePath path) {
        List<byte[]> hashes = levels.get(path.level()).subList((int) path.start(), (int) path.end());
        byte[] bytes = new byte[hashes.size() * LeafHash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, bytes, i * LeafHash.LENGTH, LeafHash.LENGTH);
        }
        return bytes;
    }
}
