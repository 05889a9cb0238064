package org.nestledger.core.log.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a tile, with the compact range of its hashes, so that each node of the tree is hashed once: the tile's
 * root is there when the tile is full. Not thread-safe.
 */
final class PartialTile {

    private final List<byte[]> hashes;
    private final Frontier range;

    private PartialTile(List<byte[]> hashes, Frontier range) {
        this.hashes = hashes;
        this.range = range;
    }

    static PartialTile of(List<byte[]> hashes) {
        PartialTile tile = new PartialTile(new ArrayList<>(), Frontier.empty());
        hashes.forEach(tile::add);
        return tile;
    }

    PartialTile copy() {
        return new PartialTile(new ArrayList<>(hashes), range.copy());
    }

    void add(byte[] hash) {
        hashes.add(hash);
        range.append(hash);
    }

    int size() {
        return hashes.size();
    }

    List<byte[]> hashes() {
        return List.copyOf(hashes);
    }

    /** The first hashes one after the other. */
    byte[] first(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(LeafHash.LENGTH * count);
        hashes.subList(0, count).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** The roots of the perfect subtrees of the hashes, largest first, one after the other. */
    byte[] range() {
        return range.toBytes();
    }

    /** The one hash that stands for all of them on the next level, when there are as many as a full tile has. */
    byte[] root() {
        return range.root();
    }
}
