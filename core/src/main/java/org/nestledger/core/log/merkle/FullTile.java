package org.nestledger.core.log.merkle;

import java.util.Arrays;

/** A tile that will never change again. */
public final class FullTile {

    /** Hashes of a full tile. */
    public static final int WIDTH = 256;

    private final int level;
    private final long n;
    private final byte[] hashes;

    /**
     * A full tile of a tree.
     *
     * @param level 0 for leaf hashes, one more for each 256-fold
     * @param n index of the tile in its level, from 0
     * @param hashes 256 hashes one after the other, 8,192 bytes
     */
    public FullTile(int level, long n, byte[] hashes) {
        if (hashes.length != WIDTH * LeafHash.LENGTH) {
            throw new IllegalArgumentException("a full tile has 8192 bytes, not " + hashes.length);
        }
        this.level = level;
        this.n = n;
        this.hashes = hashes;
    }

    public int level() {
        return level;
    }

    public long n() {
        return n;
    }

    public byte[] hashes() {
        return hashes;
    }

    /** The root of the tile's hashes, which is one hash of the level above: 32 bytes. */
    public byte[] root() {
        Frontier frontier = Frontier.empty();
        for (int at = 0; at < hashes.length; at += LeafHash.LENGTH) {
            frontier.append(Arrays.copyOfRange(hashes, at, at + LeafHash.LENGTH));
        }
        return frontier.root();
    }
}
