package org.nestledger.core.log;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nestledger.core.log.merkle.FullTile;
import org.postgresql.PGConnection;

/** One call of log.append_batch: it writes a planned batch, or tells which items must not be written. */
final class AppendCall {

    private static final String APPEND = Sql.load("append");

    private final Connection connection;
    private final PreparedStatement statement;
    private final KnownTypes types;
    private int parameter;

    private AppendCall(Connection connection, PreparedStatement statement, KnownTypes types) {
        this.connection = connection;
        this.statement = statement;
        this.types = types;
    }

    /**
     * Writes the plan; an empty answer means that it is written.
     *
     * @param checked items whose conditions were found to hold at the plan's expected position
     * @param durable whether to wait for the disk
     * @param types that this release knows: an event of another one is a conflict
     */
    static Map<AppendItem, RuntimeException> execute(
            Connection connection, BatchPlan plan, Set<AppendItem> checked, KnownTypes types, boolean durable)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            AppendCall call = new AppendCall(connection, statement, types);
            statement.setLong(++call.parameter, plan.expected);
            statement.setLong(++call.parameter, plan.epoch);
            call.bindEvents(plan.events);
            call.bindTags(plan);
            call.bindCommands(plan.accepted);
            call.bindConditions(plan.accepted, checked);
            call.bindTiles(plan.tiles);
            statement.setBytes(++call.parameter, plan.next.frontier());
            statement.setBoolean(++call.parameter, durable);
            return refusals(statement, plan.accepted);
        }
    }

    private static Map<AppendItem, RuntimeException> refusals(
            PreparedStatement statement, List<BatchPlan.Placed> accepted) throws SQLException {
        Map<AppendItem, RuntimeException> refusals = new HashMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                AppendItem item = accepted.get(row.getInt("item")).item();
                String hash = row.getString("receipt_hash");
                if (hash == null) {
                    refusals.putIfAbsent(item, BatchPlan.conflict(item));
                } else {
                    String id = Objects.requireNonNull(item.commandId);
                    refusals.put(
                            item,
                            new DuplicateCommandException(new CommandReceipt(
                                    id, hash, row.getLong("receipt_first"), row.getLong("receipt_last"))));
                }
            }
        }
        return refusals;
    }

    private void bindEvents(List<BatchPlan.Stamped> events) throws SQLException {
        bind("text", events.stream().map(e -> e.event().event.type()).toArray(String[]::new));
        bind("bytea", events.stream().map(e -> e.event().record).toArray(byte[][]::new));
        bind("bytea", events.stream().map(e -> e.event().leaf).toArray(byte[][]::new));
        bind(
                "int8",
                events.stream()
                        .mapToLong(e -> Micros.sinceEpoch(e.recorded().recordedAt()))
                        .toArray());
    }

    private void bindTags(BatchPlan plan) throws SQLException {
        int count =
                plan.events.stream().mapToInt(e -> e.event().tagHashes.length).sum();
        long[] tags = new long[count];
        int[] types = new int[count];
        long[] positions = new long[count];
        long position = plan.expected;
        int at = 0;
        for (BatchPlan.Stamped stamped : plan.events) {
            position++;
            for (long tag : stamped.event().tagHashes) {
                tags[at] = tag;
                types[at] = stamped.event().typeHash;
                positions[at] = position;
                at++;
            }
        }
        bind("int8", tags);
        bind("int4", types);
        bind("int8", positions);
    }

    private void bindCommands(List<BatchPlan.Placed> accepted) throws SQLException {
        List<Integer> items = new ArrayList<>();
        List<BatchPlan.Placed> commands = new ArrayList<>();
        for (int i = 0; i < accepted.size(); i++) {
            if (accepted.get(i).item().commandId != null) {
                items.add(i);
                commands.add(accepted.get(i));
            }
        }
        bind("int4", items.stream().mapToInt(Integer::intValue).toArray());
        bind("text", commands.stream().map(c -> c.item().commandId).toArray(String[]::new));
        bind("text", commands.stream().map(c -> c.item().commandHash).toArray(String[]::new));
        bind(
                "int8",
                commands.stream().mapToLong(BatchPlan.Placed::firstPosition).toArray());
        bind("int8", commands.stream().mapToLong(BatchPlan.Placed::lastPosition).toArray());
    }

    private void bindConditions(List<BatchPlan.Placed> accepted, Set<AppendItem> checked) throws SQLException {
        List<Integer> items = new ArrayList<>();
        List<Long> markers = new ArrayList<>();
        List<Criteria.ByTags> parts = new ArrayList<>();
        List<Integer> typeItems = new ArrayList<>();
        List<Long> typeMarkers = new ArrayList<>();
        List<String> typeNames = new ArrayList<>();
        for (int i = 0; i < accepted.size(); i++) {
            BatchPlan.Placed placed = accepted.get(i);
            for (Precondition condition : checked.contains(placed.item()) ? List.<Precondition>of() : placed.open()) {
                for (Criteria.ByTags part : condition.criteria().byTags) {
                    items.add(i);
                    markers.add(condition.marker());
                    parts.add(part);
                }
                for (String type : condition.criteria().byTypes) {
                    typeItems.add(i);
                    typeMarkers.add(condition.marker());
                    typeNames.add(type);
                }
            }
        }
        bind("int4", items.stream().mapToInt(Integer::intValue).toArray());
        bind("int8", markers.stream().mapToLong(Long::longValue).toArray());
        bind("text", parts.stream().map(Criteria.ByTags::tagsLiteral).toArray(String[]::new));
        bind("text", parts.stream().map(types::literal).toArray(String[]::new));
        bind("int4", typeItems.stream().mapToInt(Integer::intValue).toArray());
        bind("int8", typeMarkers.stream().mapToLong(Long::longValue).toArray());
        bind("text", typeNames.toArray(String[]::new));
    }

    private void bindTiles(List<FullTile> tiles) throws SQLException {
        short[] levels = new short[tiles.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (short) tiles.get(i).level();
        }
        bind("int2", levels);
        bind("int8", tiles.stream().mapToLong(FullTile::n).toArray());
        bind("bytea", tiles.stream().map(FullTile::hashes).toArray(byte[][]::new));
    }

    /** The driver sends primitive arrays in binary form only through its own method. */
    private void bind(String type, Object array) throws SQLException {
        Array bound = connection.unwrap(PGConnection.class).createArrayOf(type, array);
        statement.setArray(++parameter, bound);
    }
}
