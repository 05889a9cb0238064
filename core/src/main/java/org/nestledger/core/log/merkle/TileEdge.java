package org.nestledger.core.log.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The partial tiles at the right edge of the tree, which turns them into full tiles as leaves come. Not thread-safe. */
public final class TileEdge {

    private final List<PartialTile> partial;
    private long size;

    private TileEdge(long size, List<PartialTile> partial) {
        this.size = size;
        this.partial = partial;
    }

    public static TileEdge empty() {
        return new TileEdge(0, new ArrayList<>());
    }

    /**
     * The edge of an existing tree.
     *
     * @param size leaves of the tree
     * @param partial per level, from 0, the hashes of the tile that is not full: size / 256^level mod 256 of them
     */
    public static TileEdge of(long size, List<List<byte[]>> partial) {
        List<PartialTile> levels = new ArrayList<>();
        long width = size;
        for (List<byte[]> level : partial) {
            if (level.size() != width % FullTile.WIDTH) {
                throw new IllegalArgumentException("level %d of a tree of %d leaves has %d hashes at its edge, not %d"
                        .formatted(levels.size(), size, width % FullTile.WIDTH, level.size()));
            }
            levels.add(PartialTile.of(level));
            width /= FullTile.WIDTH;
        }
        if (width != 0) {
            throw new IllegalArgumentException(
                    "the edge of a tree of %d leaves has more levels than the %d given".formatted(size, levels.size()));
        }
        return new TileEdge(size, levels);
    }

    public TileEdge copy() {
        List<PartialTile> levels = new ArrayList<>(partial.size());
        partial.forEach(tile -> levels.add(tile.copy()));
        return new TileEdge(size, levels);
    }

    /** Leaves of the tree. */
    public long size() {
        return size;
    }

    /**
     * The beginning of a tile that is not full: so many hashes as the path is wide, one after the other. Nothing when the
     * path is not of such a tile.
     */
    public Optional<byte[]> find(TilePath path) {
        if (path.level() < 0
                || path.level() >= partial.size()
                || path.n() != TilePath.hashes(path.level(), size) / FullTile.WIDTH
                || path.width() > partial.get(path.level()).size()) {
            return Optional.empty();
        }
        return Optional.of(partial.get(path.level()).first(path.width()));
    }

    /** Per level, from 0, the hashes of the tile that is not full. */
    public List<List<byte[]>> partialTiles() {
        return partial.stream().map(PartialTile::hashes).toList();
    }

    /** The frontier of the tree, which the hashes at its edge determine. */
    public Frontier frontier() {
        ByteArrayOutputStream roots = new ByteArrayOutputStream();
        partial.reversed().forEach(tile -> roots.writeBytes(tile.range()));
        return Frontier.of(size, roots.toByteArray());
    }

    /** Adds a leaf hash and returns the tiles that became full by it, lowest level first. */
    public List<FullTile> append(byte[] leafHash) {
        List<FullTile> full = new ArrayList<>();
        byte[] hash = leafHash;
        long n = size / FullTile.WIDTH;
        for (int level = 0; ; level++) {
            if (level == partial.size()) {
                partial.add(PartialTile.of(List.of()));
            }
            PartialTile tile = partial.get(level);
            tile.add(hash);
            if (tile.size() < FullTile.WIDTH) {
                size++;
                return full;
            }
            full.add(new FullTile(level, n, tile.first(FullTile.WIDTH)));
            partial.set(level, PartialTile.of(List.of()));
            hash = tile.root();
            n /= FullTile.WIDTH;
        }
    }
}
