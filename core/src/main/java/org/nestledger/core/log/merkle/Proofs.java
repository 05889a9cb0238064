package org.nestledger.core.log.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the proofs of RFC 6962 from tiles, and verifies them as RFC 9162 does. A hash is 32 bytes everywhere. */
public final class Proofs {

    private static final int TILE_BITS = 8;

    private Proofs() {}

    /** The root of the first so many leaves. */
    public static byte[] root(TileReader tiles, long size) {
        return size == 0 ? LeafHash.ofNothing() : new Tree(tiles, size).hash(0, size);
    }

    /** The hashes that lead from the leaf at this index, from 0, to the root of a tree of this size; the leaf's sibling first. */
    public static List<byte[]> inclusion(TileReader tiles, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of %d leaves has no leaf %d".formatted(size, index));
        }
        List<byte[]> proof = new ArrayList<>();
        new Tree(tiles, size).path(index, 0, size, proof);
        return proof;
    }

    /** The hashes that show a tree of {@code size} leaves to begin with the one of {@code oldSize}. */
    public static List<byte[]> consistency(TileReader tiles, long oldSize, long size) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("a tree of %d leaves has no beginning of %d".formatted(size, oldSize));
        }
        List<byte[]> proof = new ArrayList<>();
        if (oldSize > 0 && oldSize < size) {
            new Tree(tiles, size).beginning(oldSize, 0, size, true, proof);
        }
        return proof;
    }

    /** Whether the proof leads from the leaf at the index to the root. */
    public static boolean verifyInclusion(byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || !allHashes(proof, leaf, root)) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = LeafHash.node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = LeafHash.node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(hash, root);
    }

    /** Whether the proof shows the tree of the new root to begin with the tree of the old one. */
    public static boolean verifyConsistency(long oldSize, byte[] oldRoot, long size, byte[] root, List<byte[]> proof) {
        if (oldSize < 0 || oldSize > size || !allHashes(proof, oldRoot, root)) {
            return false;
        }
        if (oldSize == 0) {
            return proof.isEmpty()
                    && Arrays.equals(oldRoot, LeafHash.ofNothing())
                    && (size > 0 || Arrays.equals(root, oldRoot));
        }
        if (oldSize == size) {
            return proof.isEmpty() && Arrays.equals(oldRoot, root);
        }
        List<byte[]> hashes = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            hashes.addFirst(oldRoot);
        }
        return !hashes.isEmpty() && leadsToBoth(hashes, oldSize, oldRoot, size, root);
    }

    private static boolean leadsToBoth(List<byte[]> hashes, long oldSize, byte[] oldRoot, long size, byte[] root) {
        long fn = oldSize - 1;
        long sn = size - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] oldHash = hashes.getFirst();
        byte[] hash = hashes.getFirst();
        for (byte[] next : hashes.subList(1, hashes.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                oldHash = LeafHash.node(next, oldHash);
                hash = LeafHash.node(next, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = LeafHash.node(hash, next);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(oldHash, oldRoot) && Arrays.equals(hash, root);
    }

    private static boolean allHashes(List<byte[]> proof, byte[] one, byte[] other) {
        return one.length == LeafHash.LENGTH
                && other.length == LeafHash.LENGTH
                && proof.stream().allMatch(hash -> hash.length == LeafHash.LENGTH);
    }

    /** A tree whose tiles are read once each. */
    private static final class Tree {

        private final TileReader tiles;
        private final long size;
        private final Map<TilePath, byte[]> read = new HashMap<>();

        Tree(TileReader tiles, long size) {
            this.tiles = tiles;
            this.size = size;
        }

        /** PATH(index - from, D[from:to]). */
        void path(long index, long from, long to, List<byte[]> proof) {
            if (to - from > 1) {
                long middle = from + split(to - from);
                if (index < middle) {
                    path(index, from, middle, proof);
                    proof.add(hash(middle, to));
                } else {
                    path(index, middle, to, proof);
                    proof.add(hash(from, middle));
                }
            }
        }

        /** SUBPROOF(old - from, D[from:to], whole). */
        void beginning(long old, long from, long to, boolean whole, List<byte[]> proof) {
            if (old == to) {
                if (!whole) {
                    proof.add(hash(from, to));
                }
                return;
            }
            long middle = from + split(to - from);
            if (old <= middle) {
                beginning(old, from, middle, whole, proof);
                proof.add(hash(middle, to));
            } else {
                beginning(old, middle, to, false, proof);
                proof.add(hash(from, middle));
            }
        }

        /** MTH(D[from:to]), where from is a multiple of the largest power of two in the length. */
        byte[] hash(long from, long to) {
            long length = to - from;
            if (Long.bitCount(length) == 1) {
                return perfect(Long.numberOfTrailingZeros(length), from);
            }
            long middle = from + split(length);
            return LeafHash.node(hash(from, middle), hash(middle, to));
        }

        private byte[] perfect(int height, long from) {
            int level = height / TILE_BITS;
            long first = from >>> (level * TILE_BITS);
            TilePath path = TilePath.widest(level, first / FullTile.WIDTH, size);
            byte[] hashes = read.computeIfAbsent(path, this::readWhole);
            Frontier frontier = Frontier.empty();
            int start = (int) (first % FullTile.WIDTH);
            for (int i = start; i < start + (1 << height % TILE_BITS); i++) {
                frontier.append(Arrays.copyOfRange(hashes, i * LeafHash.LENGTH, (i + 1) * LeafHash.LENGTH));
            }
            return frontier.root();
        }

        private byte[] readWhole(TilePath path) {
            byte[] hashes = tiles.read(path);
            if (hashes.length != path.width() * LeafHash.LENGTH) {
                throw new IllegalArgumentException(
                        "%s has %d bytes, not %d".formatted(path, hashes.length, path.width() * LeafHash.LENGTH));
            }
            return hashes;
        }

        /** The largest power of two below a length of 2 or more. */
        private static long split(long length) {
            return Long.highestOneBit(length - 1);
        }
    }
}
