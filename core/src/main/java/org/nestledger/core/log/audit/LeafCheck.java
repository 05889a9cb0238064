package org.nestledger.core.log.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.TileEdge;
import org.nestledger.core.log.merkle.TilePath;

/** Builds the tree of a log again, from the first record to the last, and holds it against what the log says of itself. */
final class LeafCheck {

    private final LogFiles files;
    private final Checkpoint newest;
    private final List<Checkpoint> earlier;
    private final TileEdge edge = TileEdge.empty();
    private @Nullable Checkpoint rewritten;
    private long size;

    LeafCheck(LogFiles files, Checkpoint newest, List<Checkpoint> earlier) {
        this.files = files;
        this.newest = newest;
        this.earlier = List.copyOf(earlier);
        reached();
    }

    /** The next tile of leaf hashes and its records, or the full ones that have taken their place. */
    void tile(TilePath path, TileFile tile, TileFile bundle) throws IOException {
        List<byte[]> records = records(path, bundle);
        if (!tile.isTile()) {
            throw new UnverifiedException("positions %d to %d: %s has %d bytes, which is not %d hashes"
                    .formatted(
                            path.start() + 1,
                            path.end(),
                            tile.path(),
                            tile.bytes().length,
                            tile.path().width()));
        }
        for (int i = 0; i < path.width(); i++) {
            byte[] leaf = LeafHash.of(records.get(i));
            int at = i * LeafHash.LENGTH;
            if (!Arrays.equals(leaf, 0, LeafHash.LENGTH, tile.bytes(), at, at + LeafHash.LENGTH)) {
                throw new UnverifiedException("position %d: the record does not hash to its leaf in %s"
                        .formatted(path.start() + i + 1, tile.path()));
            }
            append(leaf);
        }
    }

    private static List<byte[]> records(TilePath path, TileFile bundle) {
        try {
            return bundle.records();
        } catch (IllegalArgumentException malformed) {
            throw new UnverifiedException(
                    "positions %d to %d: %s is malformed, %s"
                            .formatted(path.start() + 1, path.end(), bundle.path(), malformed.getMessage()),
                    malformed);
        }
    }

    private void append(byte[] leaf) throws IOException {
        for (FullTile full : edge.append(leaf)) {
            // The tile of level 0 was compared leaf by leaf.
            if (full.level() > 0) {
                compare(TilePath.of(full.level(), full.n(), FullTile.WIDTH), full.hashes());
            }
        }
        size++;
        reached();
    }

    /** That these events are the log's own is known at the end: before, they are those of whoever sends them. */
    private void reached() {
        for (Checkpoint known : earlier) {
            if (rewritten == null
                    && known.size() == size
                    && !Arrays.equals(edge.frontier().root(), known.root())) {
                rewritten = known;
            }
        }
    }

    private void compare(TilePath path, byte[] expected) throws IOException {
        TileFile file = TileFile.read(files, path);
        byte[] tile = file.bytes();
        if (!file.isTile()) {
            throw new UnverifiedException("%s has %d bytes, not %d".formatted(file.path(), tile.length, file.length()));
        }
        for (int at = 0; at < expected.length; at += LeafHash.LENGTH) {
            if (!Arrays.equals(tile, at, at + LeafHash.LENGTH, expected, at, at + LeafHash.LENGTH)) {
                long below = path.start() + at / LeafHash.LENGTH;
                throw new UnverifiedException("%s: its hash %d is not the root of %s"
                        .formatted(
                                path, at / LeafHash.LENGTH + 1, TilePath.of(path.level() - 1, below, FullTile.WIDTH)));
            }
        }
    }

    /**
     * All records were given.
     *
     * @return the first of the earlier checkpoints that is not of these events, though the log signed both
     */
    Optional<Checkpoint> end() throws IOException {
        List<List<byte[]>> partial = edge.partialTiles();
        for (int level = 1; level < partial.size(); level++) {
            List<byte[]> hashes = new ArrayList<>(partial.get(level));
            if (!hashes.isEmpty()) {
                long n = TilePath.hashes(level, size) / FullTile.WIDTH;
                compare(TilePath.of(level, n, hashes.size()), concatenated(hashes));
            }
        }
        if (!Arrays.equals(edge.frontier().root(), newest.root())) {
            throw new UnverifiedException(
                    "the %d events are not those that the log signed: their root is another".formatted(size));
        }
        return Optional.ofNullable(rewritten);
    }

    private static byte[] concatenated(List<byte[]> hashes) {
        byte[] all = new byte[hashes.size() * LeafHash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, all, i * LeafHash.LENGTH, LeafHash.LENGTH);
        }
        return all;
    }
}
