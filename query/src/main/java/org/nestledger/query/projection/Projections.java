package org.nestledger.query.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.EventLog;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the read models at the head of the log. Of all processes on a database one folds and the others wait to take
 * over; all of them can be asked how far the read models are.
 */
public final class Projections implements AutoCloseable {

    private static final Duration PATIENCE_BETWEEN_TRIES = Duration.ofMillis(50);
    private static final Duration OLD_QUESTIONS_END = Duration.ofSeconds(15);

    private final DataSource dataSource;
    private final EventLog log;
    private final Folder folder;
    private final Rebuild rebuild;
    private final StatusBoard board = new StatusBoard();
    private final Runner runner;
    private @Nullable Thread thread;

    public Projections(DataSource dataSource, EventLog log, List<ReadModel> models) {
        this.dataSource = dataSource;
        this.log = log;
        this.folder = new Folder(log, models, Schema.LIVE);
        this.rebuild = new Rebuild(dataSource, log, models);
        this.runner = new Runner(dataSource, log, models, board);
    }

    /** Begins to fold in a thread of its own. The schema must be there: {@link ReadSchema#migrate}. */
    public synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("the projections run already");
        }
        thread = Thread.ofPlatform().name("projections").daemon(true).start(runner);
    }

    /** The last event that is in the read models, as they are stored. */
    public long position() {
        return Positions.stored(new JdbcTemplate(dataSource), Schema.LIVE);
    }

    /**
     * What the read models are now, as they are stored.
     *
     * @param asking whose connections are used: who asks may have less patience than who folds
     */
    public static ReadPoint point(DataSource asking) {
        return Positions.point(new JdbcTemplate(asking));
    }

    /**
     * The same without a look at the database, as long as this process folds them: then nobody else changes them. Should it
     * lose them unnoticed, three seconds pass at most until it knows.
     */
    public Optional<ReadPoint> held() {
        return board.held(System.nanoTime());
    }

    public ProjectionStatus status() {
        return board.status();
    }

    /**
     * Whether the read models may be, or may have been a few seconds ago, of another release, so that this one cannot ask all
     * of them. Only who folds them knows that they are its own.
     */
    public boolean mayBeOfAnotherRelease() {
        return !board.runsFor(OLD_QUESTIONS_END);
    }

    /** What differed from the log when the read models were last compared with it, as of a second ago. */
    public long differences() {
        return board.differences();
    }

    /** Notes how much differed from the log, for {@link #differences} on every node. */
    public void noteDifferences(long position, long differences) {
        Certificate.store(new JdbcTemplate(dataSource), position, differences);
    }

    /** Builds the read models anew; see there. */
    public Rebuild rebuild() {
        return rebuild;
    }

    /** Waits until the read models hold this position; false when they do not in time, or stopped before it. */
    public boolean awaitPosition(long position, Duration timeout) throws InterruptedException {
        return board.await(position, timeout);
    }

    /**
     * Brings the read models to the head that the log has now, in the calling thread, or waits while another process or
     * this one's own thread does so. Those of an earlier release are built anew before. Returns their position.
     *
     * @param watch is told how far it is, in the units of a rebuild
     * @throws ProjectionStoppedException when an event cannot be folded
     * @throws UnusableReadModelsException when a newer release built them, or when they differ from the log
     */
    public long catchUp(Rebuild.Watch watch) throws InterruptedException {
        long head = log.head();
        HaltedFolder halted = new HaltedFolder(dataSource);
        while (true) {
            if (board.status() instanceof ProjectionStatus.Stopped stopped) {
                throw new ProjectionStoppedException(stopped, null);
            }
            OptionalLong reached = tryCatchUp(head, watch);
            if (reached.isPresent()) {
                return reached.getAsLong();
            }
            halted.look(position(), head);
            Thread.sleep(PATIENCE_BETWEEN_TRIES);
        }
    }

    /** The same with nobody who watches. */
    public long catchUp() throws InterruptedException {
        return catchUp(Rebuild.Watch.NONE);
    }

    /** Nothing when others are at it and have not reached the head. */
    private OptionalLong tryCatchUp(long head, Rebuild.Watch watch) {
        try {
            if (folder.mustRebuild(new JdbcTemplate(dataSource))) {
                upgrade(watch);
            }
            try (Lease lease = Lease.tryAcquire(dataSource, Schema.LIVE)) {
                if (lease != null) {
                    return OptionalLong.of(foldTo(head, lease, watch));
                }
            }
        } catch (RebuildRunsException | ReplacedException _) {
            return OptionalLong.empty();
        } catch (UnfoldableEventException bad) {
            throw new ProjectionStoppedException(Runner.stopped(bad, head), bad.getCause());
        } catch (SQLException failure) {
            throw new IllegalStateException("the read models cannot be written: " + failure.getMessage(), failure);
        }
        long position = position();
        long _ = folder.head(position);
        return position >= head ? OptionalLong.of(position) : OptionalLong.empty();
    }

    private void upgrade(Rebuild.Watch watch) throws RebuildRunsException {
        Rebuilt rebuilt = rebuild.run(Rebuild.Mode.SWAP_WHEN_SAME, watch);
        if (!rebuilt.swapped()) {
            throw UnusableReadModelsException.differing(rebuilt.compared());
        }
    }

    private long foldTo(long head, Lease lease, Rebuild.Watch watch) throws SQLException, UnfoldableEventException {
        Folder.Prepared prepared = folder.prepare(lease);
        switch (prepared.fit()) {
            case SAME -> {}
            case OLDER -> throw new ReplacedException();
            case NEWER -> throw UnusableReadModelsException.newer();
        }
        long position = folder.foldPage(lease, prepared, Long.MAX_VALUE);
        while (position < head) {
            watch.reached(Rebuild.Phase.FOLD, position, head);
            position = folder.foldPage(lease, prepared, Long.MAX_VALUE);
        }
        long _ = folder.head(position);
        return position;
    }

    /** Ends the thread after the transaction it is in. Another process may then take over. */
    @Override
    public synchronized void close() {
        runner.end();
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
