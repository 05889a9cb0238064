package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The writer's connection and what it knows of the log. Used by the writer's thread only. */
final class AppendSession implements AutoCloseable {

    private static final String LEAVES =
            "select leaf from log.event where position > ? and position <= ? order by position";

    private static final int FOLLOWED = 5_000;

    /** Records may be large, and all of a page are in memory at once. */
    private static final int PAGE = 500;

    private final DataSource dataSource;
    private final Recent recent;
    private final LogReader reader;
    private final LogOptions options;
    private final Durable known;

    private @Nullable Connection connection;
    private @Nullable LogState state;
    private @Nullable BatchPlan sent;

    AppendSession(DataSource dataSource, Recent recent, LogReader reader, LogOptions options, Durable known) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.recent = recent;
        this.options = options;
        this.known = known;
    }

    /**
     * Writes a batch and returns what became of it. When this fails, {@link #sent} tells whether it may be written all
     * the same.
     *
     * @param locked whether to keep other processes from writing until this batch is written, rather than to notice
     *     afterwards that one did
     * @param durable whether to wait for the disk
     */
    BatchPlan append(List<AppendItem> items, boolean locked, boolean durable) throws SQLException {
        sent = null;
        Connection open = open();
        if (!locked) {
            BatchPlan plan = append(items, open, state(open), durable);
            if (durable) {
                awaitReasons(open, plan);
            }
            plan.remember();
            return plan;
        }
        open.setAutoCommit(false);
        try {
            // A batch that still waits for the disk ends where it ended, whatever others wrote since.
            LogState current = state(open).copy();
            current.refresh(open, true);
            state = current;
            follow(open, current.position());
            BatchPlan plan = append(items, open, current, durable);
            open.commit();
            open.setAutoCommit(true);
            plan.remember();
            if (plan.accepted.isEmpty()) {
                // It changed nothing but to lock the head, and waited for the disk.
                known.reached(plan.expected);
            }
            return plan;
        } catch (SQLException | RuntimeException e) {
            state = null;
            rollback(open, e);
            throw e;
        }
    }

    /** A batch that was refused as a whole waited for nothing itself, but may rest on what nobody has waited for yet. */
    private void awaitReasons(Connection open, BatchPlan plan) throws SQLException {
        if (plan.accepted.isEmpty() && !plan.restsOn(known)) {
            DurableCommits.seen(open);
            known.reached(plan.expected);
        }
    }

    /** Reads what other processes appended, unless it is so much that to forget is cheaper. */
    private void follow(Connection open, long head) throws SQLException {
        RecentEvents events = recent.events();
        long missing = head - events.head();
        if (missing < 0 || missing > FOLLOWED) {
            events.reset(head);
            return;
        }
        try {
            while (events.head() < head) {
                int page = Math.toIntExact(Math.min(PAGE, head - events.head()));
                reader.read(open, events.head(), page)
                        .forEach(event -> events.add(event, hashes(event), TagHash.ofType(event.type())));
            }
        } catch (UndecodableEventException _) {
            events.reset(head);
        }
    }

    private static long[] hashes(RecordedEvent event) {
        return event.tags().stream().mapToLong(TagHash::ofTag).distinct().toArray();
    }

    private static void rollback(Connection open, Exception because) {
        try {
            open.rollback();
            open.setAutoCommit(true);
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private BatchPlan append(List<AppendItem> items, Connection open, LogState current, boolean durable)
            throws SQLException {
        Map<AppendItem, RuntimeException> refused = new HashMap<>();
        Set<AppendItem> checked = new HashSet<>();
        while (true) {
            BatchPlan plan = BatchPlan.of(items, current, refused, recent);
            if (plan.accepted.isEmpty()) {
                return plan;
            }
            sent = plan;
            Map<AppendItem, RuntimeException> found = AppendCall.execute(open, plan, checked, reader.types(), durable);
            if (found.isEmpty()) {
                state = plan.next;
                return plan;
            }
            sent = null;
            refused.putAll(found);
            plan.accepted.forEach(placed -> checked.add(placed.item()));
        }
    }

    /** The plan that the last append sent and that may be written although the append failed. */
    @Nullable
    BatchPlan sent() {
        return sent;
    }

    /**
     * How many of these plans, one on top of the other, are written, though nobody told so or the database may have
     * crashed since: the first ones, and they are on disk now. The others never will be: an old connection's transaction
     * may still be alive, but the head moves to another epoch than the one it expects.
     */
    int written(List<BatchPlan> plans) throws SQLException {
        Connection open = open();
        open.setAutoCommit(false);
        try {
            state = null;
            LogState current = state(open);
            current.refresh(open, true);
            int written = 0;
            while (written < plans.size() && hasLeaves(open, plans.get(written))) {
                written++;
            }
            if (written < plans.size()) {
                try (Statement update = open.createStatement()) {
                    update.executeUpdate("update log.log_head set epoch = epoch + 1");
                }
            }
            if (written > 0) {
                // Whoever would have told of them when they were on disk had lost its connection.
                HeadListener.tell(open, current.position());
            }
            open.commit();
            return written;
        } finally {
            state = null;
            open.setAutoCommit(true);
        }
    }

    private static boolean hasLeaves(Connection open, BatchPlan plan) throws SQLException {
        try (PreparedStatement select = open.prepareStatement(LEAVES)) {
            select.setLong(1, plan.expected);
            select.setLong(2, plan.expected + plan.events.size());
            int found = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!Arrays.equals(row.getBytes(1), plan.events.get(found).event().leaf)) {
                        return false;
                    }
                    found++;
                }
            }
            return found == plan.events.size();
        }
    }

    boolean connected() {
        return connection != null;
    }

    boolean connectionLost(SQLException e) {
        return Failures.connectionLost(e, connection);
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = DurableCommits.connect(dataSource, options.databaseTimeout());
            connection = open;
        }
        return open;
    }

    private LogState state(Connection open) throws SQLException {
        LogState current = state;
        if (current == null) {
            Durable.Mark before = known.mark();
            current = LogState.load(open);
            known.requireIn(open, before, current.position());
            recent.events().reset(current.position());
            state = current;
        }
        return current;
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        state = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException _) {
                // It is lost already.
            }
        }
    }
}
