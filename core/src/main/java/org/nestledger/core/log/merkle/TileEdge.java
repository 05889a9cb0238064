package org.nestledger.core.log.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The partial tiles at the right edge of the tree, which turns them into full tiles as leaves come. Not thread-safe. */
public final class TileEdge {

    private final List<List<byte[]>> partial;
    private long size;

    private TileEdge(long size, List<List<byte[]>> partial) {
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
        List<List<byte[]>> levels = new ArrayList<>();
        long width = size;
        for (List<byte[]> level : partial) {
            if (level.size() != width % FullTile.WIDTH) {
                throw new IllegalArgumentException("level %d of a tree of %d leaves has %d hashes at its edge, not %d"
                        .formatted(levels.size(), size, width % FullTile.WIDTH, level.size()));
            }
            levels.add(new ArrayList<>(level));
            width /= FullTile.WIDTH;
        }
        if (width != 0) {
            throw new IllegalArgumentException(
                    "the edge of a tree of %d leaves has more levels than the %d given".formatted(size, levels.size()));
        }
        return new TileEdge(size, levels);
    }

    public TileEdge copy() {
        return of(size, partial);
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
        return Optional.of(concatenate(partial.get(path.level()).subList(0, path.width())));
    }

    /** Per level, from 0, the hashes of the tile that is not full. */
    public List<List<byte[]>> partialTiles() {
        return partial.stream().map(List::copyOf).toList();
    }

    /** The frontier of the tree, which the hashes at its edge determine. */
    public Frontier frontier() {
        ByteArrayOutputStream roots = new ByteArrayOutputStream();
        for (List<byte[]> level : partial.reversed()) {
            Frontier ofLevel = Frontier.empty();
            level.forEach(ofLevel::append);
            roots.writeBytes(ofLevel.toBytes());
        }
        return Frontier.of(size, roots.toByteArray());
    }

    /** Adds a leaf hash and returns the tiles that became full by it, lowest level first. */
    public List<FullTile> append(byte[] leafHash) {
        List<FullTile> full = new ArrayList<>();
        byte[] hash = leafHash;
        long n = size / FullTile.WIDTH;
        for (int level = 0; ; level++) {
            if (level == partial.size()) {
                partial.add(new ArrayList<>());
            }
            List<byte[]> hashes = partial.get(level);
            hashes.add(hash);
            if (hashes.size() < FullTile.WIDTH) {
                size++;
                return full;
            }
            FullTile tile = new FullTile(level, n, concatenate(hashes));
            hashes.clear();
            full.add(tile);
            hash = tile.root();
            n /= FullTile.WIDTH;
        }
    }

    private static byte[] concatenate(List<byte[]> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(LeafHash.LENGTH * hashes.size());
        hashes.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
