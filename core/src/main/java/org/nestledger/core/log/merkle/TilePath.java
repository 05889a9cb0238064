package org.nestledger.core.log.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a tile or of an entry bundle, as tlog-tiles writes it: {@code tile/0/x001/234.p/17}.
 *
 * @param level 0…63 for hashes, {@link #ENTRIES} for records
 * @param n index in its level, from 0
 * @param width hashes or records that it holds: 256, fewer when it is partial
 */
public record TilePath(int level, long n, int width) {

    /** The level of entry bundles. They are as wide as the tiles of level 0. */
    public static final int ENTRIES = -1;

    private static final int HIGHEST_LEVEL = 63;
    private static final int BITS = 8;
    private static final int THOUSAND = 1000;
    private static final Pattern FORM = Pattern.compile(
            "tile/(?<level>entries|[0-9]{1,2})/(?<n>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[0-9]{1,3}))?");

    public TilePath {
        if (level < ENTRIES || level > HIGHEST_LEVEL || width < 1 || width > FullTile.WIDTH) {
            throw new IllegalArgumentException("no tile has level %d and width %d".formatted(level, width));
        }
        if (n < 0 || n > Long.MAX_VALUE / FullTile.WIDTH - 1) {
            throw new IllegalArgumentException("no tile has the index " + n);
        }
    }

    public static TilePath of(int level, long n, int width) {
        return new TilePath(level, n, width);
    }

    /** The path that this text is the canonical form of; nothing for any other text. */
    public static Optional<TilePath> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int level = form.group("level").equals("entries") ? ENTRIES : Integer.parseInt(form.group("level"));
        long n = Long.parseLong(form.group("n").replaceAll("[x/]", ""));
        int width = form.group("width") == null ? FullTile.WIDTH : Integer.parseInt(form.group("width"));
        if (level > HIGHEST_LEVEL || n >= Long.MAX_VALUE / FullTile.WIDTH || width < 1 || width > FullTile.WIDTH) {
            return Optional.empty();
        }
        TilePath path = new TilePath(level, n, width);
        return path.toString().equals(text) ? Optional.of(path) : Optional.empty();
    }

    /** The paths of a level that a tree of this size consists of, each as wide as it is. */
    public static List<TilePath> ofLevel(int level, long size) {
        List<TilePath> paths = new ArrayList<>();
        for (long n = 0; n < tiles(level, size); n++) {
            paths.add(widest(level, n, size));
        }
        return paths;
    }

    /** The tile at this index of a tree of this size, as wide as it is; the index must be within the tree. */
    public static TilePath widest(int level, long n, long size) {
        return new TilePath(level, n, (int) Math.min(FullTile.WIDTH, hashes(level, size) - n * FullTile.WIDTH));
    }

    /** Hashes in a level of a tree of this size. */
    public static long hashes(int level, long size) {
        return level <= 0 ? size : level * BITS >= Long.SIZE ? 0 : size >>> (level * BITS);
    }

    /** Tiles in a level of a tree of this size, the partial one included. */
    public static long tiles(int level, long size) {
        return Math.ceilDiv(hashes(level, size), FullTile.WIDTH);
    }

    /** Whether a tree of this size has it. */
    public boolean within(long size) {
        return end() <= hashes(level, size);
    }

    /** Index in the level of its first hash. */
    public long start() {
        return n * FullTile.WIDTH;
    }

    /** Index in the level of the hash after its last one. */
    public long end() {
        return start() + width;
    }

    public boolean isFull() {
        return width == FullTile.WIDTH;
    }

    /** The full tile of which it is a beginning. */
    public TilePath full() {
        return new TilePath(level, n, FullTile.WIDTH);
    }

    /** The canonical text, without a slash before it. */
    @Override
    public String toString() {
        StringBuilder groups = new StringBuilder("%03d".formatted(n % THOUSAND));
        for (long rest = n / THOUSAND; rest > 0; rest /= THOUSAND) {
            groups.insert(0, "x%03d/".formatted(rest % THOUSAND));
        }
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + groups + (isFull() ? "" : ".p/" + width);
    }
}
