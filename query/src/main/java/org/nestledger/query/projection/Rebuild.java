package org.nestledger.query.projection;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.nestledger.core.log.EventLog;
import org.nestledger.query.projection.Folder.Prepared;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Builds the read models anew from the log, in a schema beside the live one, which is asked and follows the log meanwhile.
 * Both are compared at one position, then the new ones take the place of the old ones in one transaction. Whatever ends
 * it earlier leaves the live ones as they are; what it left of its own is removed by the next one.
 */
public final class Rebuild {

    /** What is done with the new read models. */
    public enum Mode {
        /** They take the place of the old ones when no row differs. */
        SWAP_WHEN_SAME,
        /** They do so in any case. */
        SWAP,
        /** They are only compared. */
        VERIFY
    }

    /** What a rebuild is about, one after the other. */
    public enum Phase {
        FOLD,
        INDEX,
        COMPARE
    }

    /** Is told how far it is: events, indexes, tables. What it throws ends the rebuild. */
    public interface Watch {

        Watch NONE = (phase, done, total) -> {};

        void reached(Phase phase, long done, long total);
    }

    private final DataSource dataSource;
    private final EventLog log;
    private final List<ReadModel> models;
    private final Folder folder;

    public Rebuild(DataSource dataSource, EventLog log, List<ReadModel> models) {
        this.dataSource = dataSource;
        this.log = log;
        this.models = List.copyOf(models);
        this.folder = new Folder(log, models, Schema.NEXT);
    }

    /**
     * Rebuilds, in the calling thread.
     *
     * @throws RebuildRunsException when a rebuild is under way already
     * @throws ProjectionStoppedException when an event cannot be folded
     */
    public Rebuilt run(Mode mode, Watch watch) throws RebuildRunsException {
        try {
            return build(mode, watch);
        } catch (UnfoldableEventException bad) {
            throw new ProjectionStoppedException(Runner.stopped(bad, log.head()), bad.getCause());
        } catch (SQLException failure) {
            throw new IllegalStateException("the read models cannot be built: " + failure.getMessage(), failure);
        }
    }

    Rebuilt build(Mode mode, Watch watch) throws RebuildRunsException, SQLException, UnfoldableEventException {
        try (Lease lease = Lease.tryAcquire(dataSource, Schema.NEXT)) {
            if (lease == null) {
                throw new RebuildRunsException();
            }
            Swap.tidy(lease);
            ReadSchema.createNext(dataSource);
            try {
                return build(mode, guarded(watch, lease), lease);
            } finally {
                Swap.tidy(lease);
            }
        }
    }

    /** Whoever lost the lease must not go on in what another process may have begun. */
    private static Watch guarded(Watch watch, Lease lease) {
        return (phase, done, total) -> {
            lease.check();
            watch.reached(phase, done, total);
        };
    }

    private Rebuilt build(Mode mode, Watch watch, Lease lease) throws SQLException, UnfoldableEventException {
        JdbcTemplate database = lease.database();
        Versions wanted = Versions.of(models);
        if (mode == Mode.SWAP) {
            Positions.found(database, Schema.LIVE);
        }
        long live = Positions.stored(database, Schema.LIVE);
        boolean empty = live == 0 && isEmpty(database);
        // There is nothing to compare with, and more than a moment's work to be saved.
        boolean fromNothing = empty && mode != Mode.VERIFY;
        boolean wholly = fromNothing || (live == 0 && !empty);
        long _ = new Fill(dataSource, log, models, Schema.NEXT, watch).run(wholly ? log.head() : live);
        wanted.store(database, Schema.NEXT);
        Prepared prepared = folder.prepare(lease);
        Compared compared = compare(lease, prepared, fromNothing, watch);
        boolean swap = mode == Mode.SWAP || (mode == Mode.SWAP_WHEN_SAME && compared.same());
        if (swap) {
            try (Pause pause = paused(lease, prepared)) {
                Swap.swap(pause);
                Certificate.store(pause.database(), compared.position(), 0);
                pause.commit();
            }
        } else {
            Certificate.store(database, compared.position(), compared.differences());
        }
        return new Rebuilt(compared, swap);
    }

    /** Rows without a position are not of this log's beginning, which they have to be held against. */
    private boolean isEmpty(JdbcTemplate database) {
        return models.stream()
                .flatMap(model -> model.tables().stream())
                .allMatch(table -> holds(database, "select to_regclass('" + table + "') is not null")
                        && holds(database, "select not exists (select from " + table + ")"));
    }

    private static boolean holds(JdbcTemplate database, String sql) {
        return Boolean.TRUE.equals(database.queryForObject(sql, Boolean.class));
    }

    private Compared compare(Lease lease, Prepared prepared, boolean fromNothing, Watch watch)
            throws SQLException, UnfoldableEventException {
        Versions stored = Versions.stored(lease.database(), Schema.LIVE);
        boolean empty = Positions.stored(lease.database(), Schema.LIVE) == 0;
        Set<String> changed = empty ? Set.of() : stored.differing(Versions.of(models));
        List<String> tables = fromNothing
                ? List.of()
                : models.stream()
                        .filter(model -> !changed.contains(model.name()))
                        .flatMap(model -> model.tables().stream())
                        .toList();
        try (Snapshot snapshot = aligned(lease, prepared)) {
            JdbcTemplate then = snapshot.database();
            long live = Positions.stored(then, Schema.LIVE);
            long anew = Positions.stored(then, Schema.NEXT);
            Comparison comparison = new Comparison(then);
            if (live != anew && !fromNothing) {
                comparison.note(
                        new Difference("read.projection", "", "the position is " + live + ", the log gives " + anew));
            }
            return comparison.run(anew, tables, changed, done -> watch.reached(Phase.COMPARE, done, tables.size()));
        }
    }

    /** A snapshot in which the new read models are where the live ones are. */
    private Snapshot aligned(Lease lease, Prepared prepared) throws SQLException, UnfoldableEventException {
        try (Pause _ = paused(lease, prepared)) {
            return new Snapshot(dataSource);
        }
    }

    /** Stops the live read models for the moment, with the new ones at the same position. */
    private Pause paused(Lease lease, Prepared prepared) throws SQLException, UnfoldableEventException {
        while (true) {
            long reached = fold(lease, prepared, Positions.stored(lease.database(), Schema.LIVE));
            Pause pause = new Pause(dataSource);
            try {
                if (pause.position() - reached <= Folder.PAGE
                        || fold(lease, prepared, reached + Folder.PAGE) == reached) {
                    long _ = fold(lease, prepared, pause.position());
                    return pause;
                }
            } catch (SQLException | RuntimeException | UnfoldableEventException failure) {
                pause.close();
                throw failure;
            }
            pause.close();
        }
    }

    /** Folds up to a position, or to the end of the log. */
    private long fold(Lease lease, Prepared prepared, long upTo) throws SQLException, UnfoldableEventException {
        long before = -1;
        long position = Positions.stored(lease.database(), Schema.NEXT);
        while (position < upTo && position != before) {
            before = position;
            position = folder.foldPage(lease, prepared, upTo);
        }
        return position;
    }
}
