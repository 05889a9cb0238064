package org.nestledger.core.log.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The compact range [0, size): the roots of the perfect subtrees of a tree, one per 1-bit of its size, largest first.
 * It is all one needs to append leaves and to compute the root. Not thread-safe.
 */
public final class Frontier {

    private final List<byte[]> roots;
    private long size;

    private Frontier(long size, List<byte[]> roots) {
        this.size = size;
        this.roots = roots;
    }

    public static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /**
     * The frontier that {@link #toBytes} wrote.
     *
     * @param size leaves of the tree
     * @param bytes 32 bytes for each 1-bit of size
     */
    public static Frontier of(long size, byte[] bytes) {
        if (bytes.length != LeafHash.LENGTH * Long.bitCount(size)) {
            throw new IllegalArgumentException("a frontier of %d leaves has %d hashes, but %d bytes are given"
                    .formatted(size, Long.bitCount(size), bytes.length));
        }
        List<byte[]> roots = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += LeafHash.LENGTH) {
            roots.add(Arrays.copyOfRange(bytes, at, at + LeafHash.LENGTH));
        }
        return new Frontier(size, roots);
    }

    public Frontier copy() {
        return new Frontier(size, new ArrayList<>(roots));
    }

    /** Adds a leaf hash of 32 bytes, which must not be changed afterwards. */
    public void append(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = LeafHash.node(roots.removeLast(), hash);
        }
        roots.add(hash);
        size++;
    }

    /** Leaves of the tree. */
    public long size() {
        return size;
    }

    /** The root of the tree: 32 bytes. */
    public byte[] root() {
        if (roots.isEmpty()) {
            return LeafHash.ofNothing();
        }
        byte[] root = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = LeafHash.node(roots.get(i), root);
        }
        return root.clone();
    }

    /** The subtree roots one after the other, largest subtree first. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(LeafHash.LENGTH * roots.size());
        roots.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
