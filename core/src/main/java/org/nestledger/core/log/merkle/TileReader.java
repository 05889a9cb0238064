package org.nestledger.core.log.merkle;

/** Where the tiles of a tree are read, as a proof needs them. */
public interface TileReader {

    /**
     * The hashes of a tile, one after the other: 32 bytes for each of its width. May throw what the place of the tiles
     * throws when they cannot be had.
     */
    byte[] read(TilePath path);
}
