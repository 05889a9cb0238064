package org.nestledger.bench.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.HdrHistogram.Histogram;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.TileEdge;
import org.postgresql.PGConnection;

/** Writes batches of the size that 64 callers give, one after the other, each durable, with the tree or without it. */
final class TreeCost implements Variant {

    /** Events of a batch. */
    static final int BATCH = 36;

    private static final int TAGS = 2;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final long PROJECTS = 10_000;
    private static final String TREED = "select treed.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TREELESS = "select treeless.append(?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;
    private final boolean treed;
    private final TileEdge edge = TileEdge.empty();
    private long position;
    private long treeNanos;

    TreeCost(DataSource database, boolean treed) {
        this.database = database;
        this.treed = treed;
    }

    /** Makes the tables in an empty database. */
    static void prepare(DataSource database) throws SQLException, IOException {
        try (InputStream file = Objects.requireNonNull(TreeCost.class.getResourceAsStream("tree_cost.sql"));
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public String name() {
        return treed ? "batches with the tree" : "batches without it";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("events each", Integer.toString(BATCH));
    }

    /** Microseconds of hashing, tiles and frontier for each event; storing what they give is not in it. */
    double hashingMicrosPerEvent() {
        return position == 0 ? 0 : treeNanos / NANOS_PER_MICRO / position;
    }

    @Override
    public Sample run(Duration time) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement append = connection.prepareStatement(treed ? TREED : TREELESS)) {
            Histogram latencies = Sample.histogram();
            long events = 0;
            long begun = System.nanoTime();
            long end = begun + time.toNanos();
            long now = begun;
            while (now < end) {
                append(connection, append);
                events += BATCH;
                long after = System.nanoTime();
                latencies.recordValue(after - now);
                now = after;
            }
            return new Sample(events, now - begun, latencies);
        }
    }

    private void append(Connection connection, PreparedStatement append) throws SQLException {
        byte[][] records = new byte[BATCH][];
        long[] micros = new long[BATCH];
        long[] tags = new long[BATCH * TAGS];
        int[] types = new int[BATCH * TAGS];
        long[] positions = new long[BATCH * TAGS];
        for (int i = 0; i < BATCH; i++) {
            records[i] = EventKind.PLAIN.record(position + i, PROJECTS);
            micros[i] = position + i;
            tags[i * TAGS] = (position + i) % PROJECTS * Integer.MAX_VALUE;
            tags[i * TAGS + 1] = -1;
            positions[i * TAGS] = position + i + 1;
            positions[i * TAGS + 1] = position + i + 1;
        }
        append.setLong(1, position);
        String[] names = new String[BATCH];
        Arrays.fill(names, EventKind.type(0));
        bind(connection, append, 2, "text", names);
        bind(connection, append, 3, "bytea", records);
        bind(connection, append, 4, "int8", micros);
        bind(connection, append, 5, "int8", tags);
        bind(connection, append, 6, "int4", types);
        bind(connection, append, 7, "int8", positions);
        if (treed) {
            bindTree(connection, append, records);
        }
        append.execute();
        position += BATCH;
    }

    private void bindTree(Connection connection, PreparedStatement append, byte[][] records) throws SQLException {
        long begun = System.nanoTime();
        byte[][] leaves = new byte[BATCH][];
        List<FullTile> tiles = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            leaves[i] = LeafHash.of(records[i]);
            tiles.addAll(edge.append(leaves[i]));
        }
        byte[] state = edge.frontier().toBytes();
        treeNanos += System.nanoTime() - begun;
        short[] levels = new short[tiles.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (short) tiles.get(i).level();
        }
        bind(connection, append, 8, "bytea", leaves);
        bind(connection, append, 9, "int2", levels);
        bind(
                connection,
                append,
                10,
                "int8",
                tiles.stream().mapToLong(FullTile::n).toArray());
        bind(
                connection,
                append,
                11,
                "bytea",
                tiles.stream().map(FullTile::hashes).toArray(byte[][]::new));
        append.setBytes(12, state);
    }

    private static void bind(Connection connection, PreparedStatement append, int parameter, String type, Object array)
            throws SQLException {
        append.setArray(parameter, connection.unwrap(PGConnection.class).createArrayOf(type, array));
    }
}
